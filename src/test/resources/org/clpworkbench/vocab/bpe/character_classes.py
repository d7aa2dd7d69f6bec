"""Prints for every code point how GPT-2's split takes it: Letter, Number, Other, Space; X for surrogates."""
from tokenizers import pre_tokenizers

split = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)


def kind(character):
    for name, neighbour in (("L", "a"), ("N", "1"), ("O", "!")):
        if len(split.pre_tokenize_str(neighbour + character)) == 1:
            return name
    return "S"


print("".join("X" if 0xD800 <= c < 0xE000 else kind(chr(c)) for c in range(0x110000)))
