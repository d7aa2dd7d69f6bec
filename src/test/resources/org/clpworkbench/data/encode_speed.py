"""The Rust tokenizer's own speed on all cores: python encode_speed.py tokenizer.json texts.jsonl

Prints tokens and the seconds of the quickest of two passes of encode_batch, without the reading.
"""
import json
import os
import sys
import time

os.environ["TOKENIZERS_PARALLELISM"] = "true"
from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file(sys.argv[1])
texts = [json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf-8")]
best = float("inf")
for _ in range(2):
    tokens = 0
    seconds = 0.0
    for first in range(0, len(texts), 1000):
        begin = time.perf_counter()
        encodings = tokenizer.encode_batch(texts[first : first + 1000], add_special_tokens=False)
        seconds += time.perf_counter() - begin
        tokens += sum(len(encoding.ids) for encoding in encodings)
    best = min(best, seconds)
print(tokens, best)
