"""Writes state dicts with torch.save, and the same values with safetensors beside each.

Usage: torch_save.py FOLDER
"""
import collections
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

folder = Path(sys.argv[1])
torch.manual_seed(5)


def state(dtype):
    weight = torch.randn(6, 8).to(dtype)
    attributed = nn.Parameter(torch.randn(3).to(dtype))
    attributed._is_hf_initialized = True
    return collections.OrderedDict(
        [
            ("wte.weight", weight),
            ("lm_head.weight", weight),
            ("rows", weight[2:5]),
            ("columns", weight[:, 1:4]),
            ("steps", weight[::2, ::3]),
            ("transposed", weight.t()),
            ("permuted", torch.randn(2, 3, 4).to(dtype).permute(2, 0, 1)),
            ("expanded", weight[0].expand(3, 8)),
            ("parameter", nn.Parameter(torch.randn(4, 2).to(dtype))),
            ("attributed", attributed),
            ("number", torch.tensor(1.5).to(dtype)),
            ("none", torch.zeros(0, 7).to(dtype)),
            ("position_ids", torch.arange(9).expand((1, -1))),
            ("mask", torch.tril(torch.ones(4, 4, dtype=torch.bool)).view(1, 1, 4, 4)),
            ("bytes", torch.arange(5, dtype=torch.uint8)),
            ("double", torch.randn(2, dtype=torch.float64)),
            ("größe", torch.randn(2).to(dtype)),
        ]
    )


def write(name, tensors, **options):
    torch.save(tensors, folder / f"{name}.bin", **options)
    values = {key: value.detach().clone().contiguous() for key, value in tensors.items()}
    save_file(values, folder / f"{name}.safetensors")


for dtype in (torch.float32, torch.float16, torch.bfloat16):
    kind = str(dtype).removeprefix("torch.")
    write(f"{kind}-zip", state(dtype))
    write(f"{kind}-legacy", state(dtype), _use_new_zipfile_serialization=False)
write("protocol-4", state(torch.float32), pickle_protocol=4)
write("plain-dict", dict(state(torch.float32)))
write("module", nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4)).state_dict())
write("kept-variables", nn.Linear(3, 4).state_dict(keep_vars=True))
