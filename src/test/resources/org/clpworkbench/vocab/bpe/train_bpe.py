"""Trains a byte-level BPE on files and encodes a sample with it and with another tokenizer.

train_bpe.py OUT OTHER SAMPLE VOCABULARY MIN_FREQUENCY SPECIAL,SPECIAL FILE...
prints as JSON how long it took and both encodings' ids; OUT gets the tokenizer.json.
"""
import json
import sys
import time

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

out, other, sample, vocabulary, frequency, special, *files = sys.argv[1:]
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
with open(sample, encoding="utf-8", newline="") as file:
    text = file.read()
print(
    json.dumps(
        {
            "seconds": seconds,
            "own": tokenizer.encode(text).ids,
            "other": Tokenizer.from_file(other).encode(text).ids,
        }
    )
)
