"""Loads N.bin with torch.load and compares it with N.safetensors, for every N of a folder.

Prints how many were equal and how many torch refuses. Fails when one differs.

Usage: torch_compare.py FOLDER
"""
import sys
import warnings
from pathlib import Path

import torch
from safetensors.torch import load_file

warnings.simplefilter("ignore")


def raw(tensor):
    return tensor.reshape(-1).view(torch.uint8).tolist()


equal = refused = 0
for file in sorted(Path(sys.argv[1]).glob("*.bin")):
    try:
        loaded = torch.load(file, weights_only=True)
        values = {name: tensor.detach().contiguous() for name, tensor in loaded.items()}
    except Exception:
        refused += 1
        continue
    ours = load_file(file.with_suffix(".safetensors"))
    assert values.keys() == ours.keys(), (file, values.keys(), ours.keys())
    for name, tensor in values.items():
        same = tensor.dtype == ours[name].dtype and tensor.shape == ours[name].shape
        assert same and raw(tensor) == raw(ours[name]), (file, name, tensor, ours[name])
    equal += 1
print(f"equal {equal} refused {refused}")
