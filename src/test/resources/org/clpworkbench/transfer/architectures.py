"""Small models of every architecture, and what a user of transformers finds after a transfer.

make FOLDER    writes FOLDER/sources/NAME, FOLDER/helpers/NAME and FOLDER/pairs.txt (source, helper)
check FOLDER   compares FOLDER/targets/NAME with its source and its helper; ends with 1 on a fault
"""
import pathlib
import sys
import warnings

import torch
import transformers
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import AutoTokenizer, PreTrainedTokenizerFast

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()
transformers.logging.disable_progress_bar()

ENGLISH = "the quick brown fox jumps over the lazy dog and the other animals of the wood watch it running away"
GERMAN = "der schnelle braune Fuchs springt über den faulen Hund und die anderen Tiere im Wald sehen ihm nach"
ROWS = 331  # of the sources: more than their tokenizers have tokens, and no other dimension
LLAMA = dict(
    hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, head_dim=8
)
BERT = dict(hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4)
GPT = dict(n_embd=32, n_layer=2, n_head=4, n_positions=64)

# class, configuration; True and False: whether the head is tied
BOTH = [
    ("GPT2LMHeadModel", GPT),
    ("GPTNeoForCausalLM", dict(hidden_size=32, num_layers=2, num_heads=4, attention_types=[[["global", "local"], 1]])),
    ("GPTNeoXForCausalLM", BERT),
    ("OPTForCausalLM", dict(BERT, ffn_dim=48, word_embed_proj_dim=32)),
    ("BloomForCausalLM", dict(hidden_size=32, n_layer=2, n_head=4)),
    ("FalconForCausalLM", dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=4)),
    ("LlamaForCausalLM", LLAMA),
    ("MistralForCausalLM", LLAMA),
    ("Qwen2ForCausalLM", LLAMA),
    ("Qwen3ForCausalLM", LLAMA),
    ("GemmaForCausalLM", LLAMA),
    ("Gemma2ForCausalLM", LLAMA),
    ("Gemma3ForCausalLM", LLAMA),
    ("BertForMaskedLM", BERT),
    ("RobertaForMaskedLM", BERT),
    ("XLMRobertaForMaskedLM", BERT),
]
OTHERS = [
    ("OPTForCausalLM", dict(BERT, ffn_dim=48, word_embed_proj_dim=24), True),
    ("GPTJForCausalLM", dict(GPT, rotary_dim=4), False),
    ("PhiForCausalLM", BERT, False),
    ("DistilBertForMaskedLM", dict(dim=32, n_layers=2, n_heads=4, hidden_dim=48), True),
    # without a head, so that no name has a prefix
    ("GPT2Model", GPT, True),
    ("GPTNeoXModel", BERT, False),
    ("LlamaModel", LLAMA, False),
    ("BertModel", BERT, True),
    # not known by name
    ("MptForCausalLM", dict(d_model=32, n_layers=2, n_heads=4), True),
    ("ElectraForMaskedLM", dict(BERT, embedding_size=24), True),
    ("T5ForConditionalGeneration", dict(d_model=32, d_kv=8, d_ff=48, num_layers=2, num_heads=4), True),
    ("BartForConditionalGeneration", dict(d_model=32, encoder_layers=2, decoder_layers=2, encoder_ffn_dim=48,
        decoder_ffn_dim=48, encoder_attention_heads=4, decoder_attention_heads=4), True),
]


def byte_level(text, specials, size):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(
        [text] * 9,
        trainers.BpeTrainer(
            vocab_size=size, special_tokens=specials, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()
        ),
    )
    return tokenizer


def word_piece(text, size):
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator([text] * 9, trainers.WordPieceTrainer(vocab_size=size, special_tokens=specials))
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]",
        mask_token="[MASK]",
    )


def end_of_text(text):
    tokenizer = byte_level(text, ["<|endoftext|>"], 300)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<|endoftext|>", eos_token="<|endoftext|>", unk_token="<|endoftext|>"
    )


def sentence_marks(text):
    tokenizer = byte_level(text, ["<s>", "<pad>", "</s>", "<unk>", "<mask>"], 310)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token="<s>", pad_token="<pad>", eos_token="</s>", unk_token="<unk>",
        mask_token="<mask>", cls_token="<s>", sep_token="</s>",
    )


def write(folder, kind, sizes, tied, tokenizer, rows, dtype, shard):
    torch.manual_seed(len(str(folder)))
    model_class = getattr(transformers, kind)
    ids = dict(
        bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id
    )
    if "Qwen" in kind:
        ids["eos_token_id"] = [ids["eos_token_id"], 1]
    config = model_class.config_class(**sizes, **ids, vocab_size=rows, tie_word_embeddings=tied)
    model = model_class(config).to(dtype)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.normal_(0, 0.1)
    model.save_pretrained(folder, max_shard_size=shard)
    tokenizer.save_pretrained(folder)


def make(root):
    helpers = {
        "gpt2": ("GPT2LMHeadModel", dict(GPT, n_embd=16), True, end_of_text(GERMAN), 300),
        "bert": ("BertForMaskedLM", dict(BERT, hidden_size=16), True, word_piece(GERMAN, 90), 96),
        "neox": ("GPTNeoXForCausalLM", dict(BERT, hidden_size=16), False, sentence_marks(GERMAN), 309),
    }
    for name, (kind, sizes, tied, tokenizer, rows) in helpers.items():
        rows = max(rows, len(tokenizer)) if name != "neox" else len(tokenizer) - 1
        write(root / "helpers" / name, kind, sizes, tied, tokenizer, rows, torch.float32, "5GB")
    pairs = []
    cases = [(kind, sizes, tied) for kind, sizes in BOTH for tied in (True, False)] + OTHERS
    for number, (kind, sizes, tied) in enumerate(cases):
        name = f"{number:02}-{kind}-{'tied' if tied else 'untied'}"
        if "Bert" in kind or "Electra" in kind:
            tokenizer = word_piece(ENGLISH, 100)
        else:
            tokenizer = end_of_text(ENGLISH) if "GPT" in kind else sentence_marks(ENGLISH)
        if "Roberta" in kind:
            tokenizer = sentence_marks(ENGLISH)
        dtype = torch.bfloat16 if "Llama" in kind or "Qwen" in kind else torch.float32
        shard = "30KB" if number % 3 == 0 else "5GB"
        write(root / "sources" / name, kind, sizes, tied, tokenizer, ROWS, dtype, shard)
        pairs.append(f"{name} {list(helpers)[(number + number // 6) % len(helpers)]}")
    (root / "pairs.txt").write_text("\n".join(pairs) + "\n")


def load(folder, kind):
    autos = {
        "LM": "AutoModelForCausalLM", "MaskedLM": "AutoModelForMaskedLM", "Generation": "AutoModelForSeq2SeqLM"
    }
    auto = "AutoModel"
    for ending, name in autos.items():
        auto = name if kind.endswith(ending) else auto
    if kind == "GPT2LMHeadModel":
        auto = "AutoModelForCausalLM"
    return getattr(transformers, auto).from_pretrained(folder, output_loading_info=True)


def tied(model):
    head = model.get_output_embeddings()
    return head is not None and head.weight.data_ptr() == model.get_input_embeddings().weight.data_ptr()


def faults(source_folder, target_folder, helper_folder):
    kind = source_folder.name.split("-")[1]
    source, _ = load(source_folder, kind)
    target, info = load(target_folder, kind)
    if type(target) is not type(source):
        yield f"is a {type(target).__name__}"
    for what in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        if info[what]:
            yield f"{what}: {info[what]}"
    if tied(target) != tied(source):
        yield f"tied: {tied(target)}, the source: {tied(source)}"
    if {f.name for f in target_folder.glob("*.safetensors")} != {f.name for f in source_folder.glob("*.safetensors")}:
        yield "other shards than the source"
    rows = target.config.vocab_size
    # transformers 5 takes every tokenizer of a Qwen2 model for Qwen2's own, which the transfer warns of
    auto = PreTrainedTokenizerFast if "Qwen2" in kind else AutoTokenizer
    tokenizer, helper = auto.from_pretrained(target_folder), AutoTokenizer.from_pretrained(helper_folder)
    if tokenizer(GERMAN).input_ids != helper(GERMAN).input_ids:
        yield f"reads {tokenizer.tokenize(GERMAN)[:9]}, the helper {helper.tokenize(GERMAN)[:9]}"
    if rows <= max(tokenizer.get_vocab().values()):
        yield f"{rows} rows are too few"
    for config in (target.config, getattr(target, "generation_config", None)):
        for role in ("bos", "eos", "pad"):
            ids = getattr(config, role + "_token_id", None)
            for one in ids if isinstance(ids, list) else [ids]:
                if one is not None and not 0 <= one < rows:
                    yield f"{role}_token_id is {ids}"
    if "oberta" in kind and target.config.pad_token_id != source.config.pad_token_id:
        yield f"counts positions from {target.config.pad_token_id}"
    before, after = source.state_dict(), target.state_dict()
    for name, tensor in before.items():
        copy = after[name]
        if tensor.dtype != copy.dtype:
            yield f"{name} is {copy.dtype}"
        if ROWS in tensor.shape:
            expected = [rows if size == ROWS else size for size in tensor.shape]
            if list(copy.shape) != expected or not torch.isfinite(copy).all():
                yield f"{name} is {list(copy.shape)}, not {expected}, or not finite"
        elif not torch.equal(tensor, copy):
            yield f"{name} was changed"
    inputs = tokenizer(GERMAN, return_tensors="pt")
    more = dict(decoder_input_ids=inputs.input_ids) if kind.endswith("Generation") else {}
    with torch.no_grad():
        result = target(input_ids=inputs.input_ids, **more)[0]
    if not torch.isfinite(result).all():
        yield "the result is not finite"


def check(root):
    count = 0
    for line in (root / "pairs.txt").read_text().split("\n")[:-1]:
        name, helper = line.split(" ")
        for fault in faults(root / "sources" / name, root / "targets" / name, root / "helpers" / helper):
            print(f"{name} with {helper}: {fault}")
            count += 1
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](pathlib.Path(sys.argv[2]))
