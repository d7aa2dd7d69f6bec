"""How fast transformers trains a GPT-2 here: fused AdamW, clipped gradients, without dropout.

throughput.py LAYERS WIDTH HEADS VOCABULARY CONTEXT BATCH float32|bfloat16 STEPS
prints JSON: tokensPerSecond (of the quickest step), peakBytes (greatest resident memory)
"""
import contextlib
import json
import resource
import sys
import time
import warnings

import torch
from transformers import GPT2Config, GPT2LMHeadModel

warnings.filterwarnings("ignore")
layers, width, heads, vocabulary, context, batch = map(int, sys.argv[1:7])
torch.manual_seed(0)
config = GPT2Config(
    vocab_size=vocabulary, n_positions=context, n_embd=width, n_layer=layers, n_head=heads, resid_pdrop=0, embd_pdrop=0,
    attn_pdrop=0, bos_token_id=0, eos_token_id=0,
)
model = GPT2LMHeadModel(config).train()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, fused=True)
best = float("inf")
for _ in range(int(sys.argv[8])):
    ids = torch.randint(0, vocabulary, (batch, context))
    begin = time.perf_counter()
    with torch.autocast("cpu", dtype=torch.bfloat16) if sys.argv[7] == "bfloat16" else contextlib.nullcontext():
        loss = model(input_ids=ids, labels=ids).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    best = min(best, time.perf_counter() - begin)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"tokensPerSecond": batch * context / best, "peakBytes": peak}))
