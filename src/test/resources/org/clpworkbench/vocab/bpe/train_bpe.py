"""Trains a byte-level BPE on files and encodes their lines with it and with another tokenizer.

train_bpe.py OUT OTHER VOCABULARY MIN_FREQUENCY SPECIAL,SPECIAL FILE...
prints as JSON how long it took and the SHA-256 of both encodings' ids; OUT gets the tokenizer.json.
"""
import array
import hashlib
import json
import sys
import time

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

out, other, vocabulary, frequency, special, *files = sys.argv[1:]
tokenizer = Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
tokenizer.decoder = decoders.ByteLevel()
tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
trainer = trainers.BpeTrainer(
    vocab_size=int(vocabulary),
    min_frequency=int(frequency),
    special_tokens=special.split(","),
    initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    show_progress=False,
)
began = time.time()
tokenizer.train(files, trainer)
seconds = time.time() - began
tokenizer.save(out)


def ids(tokenizer):
    """Of all ids in their order, 32 bits each, the lowest byte first."""
    hashed = hashlib.sha256()
    for name in files:
        with open(name, encoding="utf-8", newline="") as file:
            lines = file.read().split("\n")
        for line in tokenizer.encode_batch(lines):
            hashed.update(array.array("i", line.ids).tobytes())
    return hashed.hexdigest()


print(json.dumps({"seconds": seconds, "own": ids(tokenizer), "other": ids(Tokenizer.from_file(other))}))
