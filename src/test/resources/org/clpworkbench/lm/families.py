"""Small models of every family that is trained, with what PyTorch makes of them.

make FOLDER small|large [NAME…]   writes FOLDER/NAME: a model folder with seeded weights and reference.safetensors, which holds
                          ids (2 x tokens, as floats), logits (2 x tokens x vocabulary), loss (of every id but the first, nats) and
                          the loss's gradient by every tensor of the model (gradient.TENSOR); of a model that fills masked places
                          also places and targets (2 x predicted, as floats), whose loss it then is
"""
import pathlib
import sys
import warnings

import torch
import transformers
from safetensors.torch import load_file, save_file

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()

LLAMA3 = dict(rope_type="llama3", rope_theta=10000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
    original_max_position_embeddings=16)
YARN = dict(rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16)
LINEAR = dict(rope_type="linear", rope_theta=10000.0, factor=2.0)


def families(w, inner, heads, layers):
    """name, class, configuration; w: width"""
    gpt = dict(n_embd=w, n_layer=layers, n_head=heads, n_positions=64)
    wide = dict(hidden_size=w, num_hidden_layers=layers, num_attention_heads=heads, max_position_embeddings=64)
    half = dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.5)
    neox = dict(wide, intermediate_size=inner, use_parallel_residual=True, rope_parameters=half)
    opt = dict(wide, ffn_dim=inner, word_embed_proj_dim=w)
    bert = dict(wide, intermediate_size=inner)
    roberta = dict(bert, max_position_embeddings=66, layer_norm_eps=1e-5)  # two rows of the positions belong to padding
    llama = dict(wide, intermediate_size=inner, num_key_value_heads=heads // 2, head_dim=w // heads)
    return [
        ("gpt2", "GPT2LMHeadModel", gpt),
        ("gpt2-untied", "GPT2LMHeadModel", dict(gpt, tie_word_embeddings=False)),
        ("bloom", "BloomForCausalLM", dict(hidden_size=w, n_layer=layers, n_head=heads)),
        ("bloom-3-heads", "BloomForCausalLM", dict(hidden_size=3 * w // heads, n_layer=layers, n_head=3)),
        ("neox", "GPTNeoXForCausalLM", neox),
        ("neox-sequential", "GPTNeoXForCausalLM", dict(neox, use_parallel_residual=False, attention_bias=False)),
        ("opt", "OPTForCausalLM", opt),
        ("opt-350m", "OPTForCausalLM", dict(opt, word_embed_proj_dim=w // 2, do_layer_norm_before=False)),
        ("llama", "LlamaForCausalLM", llama),
        ("llama-biased", "LlamaForCausalLM", dict(llama, attention_bias=True, mlp_bias=True, tie_word_embeddings=True)),
        ("llama3-rope", "LlamaForCausalLM", dict(llama, rope_parameters=LLAMA3)),
        ("llama-yarn", "LlamaForCausalLM", dict(llama, rope_parameters=YARN)),
        ("llama-linear", "LlamaForCausalLM", dict(llama, rope_parameters=LINEAR)),
        ("mistral", "MistralForCausalLM", dict(llama, sliding_window=None)),
        ("mistral-window", "MistralForCausalLM", dict(llama, sliding_window=7)),
        ("qwen2", "Qwen2ForCausalLM", llama),
        ("qwen3", "Qwen3ForCausalLM", llama),
        ("gemma", "GemmaForCausalLM", llama),
        ("bert", "BertForMaskedLM", bert),
        ("bert-untied", "BertForMaskedLM", dict(bert, tie_word_embeddings=False, hidden_act="relu")),
        ("roberta", "RobertaForMaskedLM", dict(roberta, type_vocab_size=1)),
        ("xlm-roberta", "XLMRobertaForMaskedLM", roberta),
    ]


def write(folder, kind, sizes, vocabulary, tokens):
    torch.manual_seed(sum(map(ord, folder.name)))
    model_class = getattr(transformers, kind)
    config = model_class.config_class(
        vocab_size=vocabulary, bos_token_id=0, eos_token_id=0, pad_token_id=1, initializer_range=0.2, **sizes
    )
    for setting in list(vars(config)):
        if "dropout" in setting or setting.endswith("_pdrop"):
            setattr(config, setting, 0.0)
    model = model_class(config)
    for parameter in model.parameters():  # no bias and no norm stays what its rule can be guessed from
        if parameter.dim() == 1:
            torch.nn.init.normal_(parameter, float(parameter.data.mean()), 0.2)
    model.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    model = model_class.from_pretrained(folder, dtype=torch.float32).train()
    ids = torch.randint(2, vocabulary, (2, tokens))
    logits = model(input_ids=ids).logits
    reference = {}
    if kind.endswith("MaskedLM"):
        places = torch.stack([torch.randperm(tokens)[: tokens // 3].sort().values for _ in ids])
        targets = torch.randint(2, vocabulary, places.shape)
        predicting = logits.gather(1, places.unsqueeze(-1).expand(-1, -1, vocabulary))
        reference = {"places": places.float(), "targets": targets.float()}
    else:
        predicting, targets = logits[:, :-1], ids[:, 1:]
    loss = torch.nn.functional.cross_entropy(predicting.reshape(-1, vocabulary), targets.reshape(-1))
    loss.backward()
    reference |= {"ids": ids.float(), "logits": logits.detach(), "loss": loss.detach()}
    saved = load_file(folder / "model.safetensors")
    for name, parameter in model.named_parameters(remove_duplicate=False):
        filed = name.replace("lm_head", "embed_out") if config.model_type == "gpt_neox" else name  # as files name it
        if filed in saved and parameter.grad is not None:  # BERT's second bias is used where the head is tied
            reference["gradient." + filed] = parameter.grad
    save_file({name: value.clone().contiguous() for name, value in reference.items()}, folder / "reference.safetensors")


def make(folder, size, *names):
    small = size == "small"
    sizes = (16, 24, 4, 2) if small else (64, 96, 4, 3)
    for name, kind, settings in families(*sizes):
        if names and name not in names:
            continue
        write(folder / name, kind, settings, 40 if small else 500, 12 if small else 60)


make(pathlib.Path(sys.argv[2]), *sys.argv[3:])
