"""The losses of a training run in PyTorch: AdamW with clipped gradients on given batches, in float32.

curve.py MODEL IDS.safetensors OUT.safetensors RATE DECAY CLIP
IDS holds "ids", steps x batch x (context + 1) as floats; OUT gets "losses", one a step. A model that fills masked places
predicts at every fourth place the id after it.
"""
import sys
import warnings

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForMaskedLM

warnings.filterwarnings("ignore")
masked = "MaskedLM" in AutoConfig.from_pretrained(sys.argv[1]).architectures[0]
model = (AutoModelForMaskedLM if masked else AutoModelForCausalLM).from_pretrained(sys.argv[1], dtype=torch.float32).train()
ids = load_file(sys.argv[2])["ids"].long()
rate, decay, clip = map(float, sys.argv[4:])
groups = [
    {"params": [p for p in model.parameters() if p.dim() >= 2], "weight_decay": decay},
    {"params": [p for p in model.parameters() if p.dim() < 2], "weight_decay": 0.0},
]
optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.95), eps=1e-8)
losses = []
for batch in ids:
    logits = model(input_ids=batch[:, :-1]).logits
    every = 4 if masked else 1
    predicting, targets = logits[:, ::every], batch[:, 1::every]
    loss = torch.nn.functional.cross_entropy(predicting.reshape(-1, logits.shape[-1]), targets.reshape(-1))
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimizer.step()
    losses.append(loss.item())
save_file({"losses": torch.tensor(losses)}, sys.argv[3])
