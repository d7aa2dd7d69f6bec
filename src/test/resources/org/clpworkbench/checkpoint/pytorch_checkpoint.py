"""Writes a small GPT-2 as pytorch_model.bin, or checks a copy of it.

Usage: pytorch_checkpoint.py write FOLDER SHARDS | check FOLDER COPY
"""
import json
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, GPT2Config, GPT2LMHeadModel


def write(folder, shards):
    torch.manual_seed(3)
    config = GPT2Config(vocab_size=11, n_embd=8, n_head=2, n_layer=2, n_positions=16)
    model = GPT2LMHeadModel(config)
    config.architectures = ["GPT2LMHeadModel"]
    config.save_pretrained(folder)
    state = model.state_dict()
    for layer in range(2):
        mask = torch.tril(torch.ones(16, 16, dtype=torch.bool)).view(1, 1, 16, 16)
        state[f"transformer.h.{layer}.attn.bias"] = mask
    if shards == 1:
        torch.save(state, folder / "pytorch_model.bin")
        return
    names = list(state)
    index = {"metadata": {}, "weight_map": {}}
    for shard in range(shards):
        file = f"pytorch_model-{shard + 1:05}-of-{shards:05}.bin"
        held = names[shard::shards]
        torch.save({name: state[name] for name in held}, folder / file)
        index["weight_map"].update({name: file for name in held})
    (folder / "pytorch_model.bin.index.json").write_text(json.dumps(index))


def check(folder, copy):
    expected = {}
    for file in folder.glob("*.bin"):
        expected.update(torch.load(file, weights_only=True))
    model = AutoModelForCausalLM.from_pretrained(copy)
    for name, tensor in model.state_dict().items():
        assert torch.equal(tensor, expected[name]), name
    print("equal")


if sys.argv[1] == "write":
    write(Path(sys.argv[2]), int(sys.argv[3]))
else:
    check(Path(sys.argv[2]), Path(sys.argv[3]))
