  # Llama (Touvron et al. 2023): rotary positions, RMS norms, SwiGLU. Mistral sees a window of the latest tokens only, Qwen2
  # and Qwen3 have biases or norms on queries and keys, Gemma scales its embeddings and counts norm weights from 1.

  def norm(self: __torch__.Model, x: Tensor, weight: Optional[Tensor]) -> Tensor:
    scale = torch.add(unchecked_cast(Tensor, weight), ${normOffset})
    return torch.rms_norm(x, [torch.size(x, -1)], scale, ${epsilon})

  def embed(self: __torch__.Model, w: List[Tensor], ids: Tensor, past: int) -> Tensor:
    return torch.mul(torch.reshape(torch.embedding(w[embed_tokens.weight], ids), [-1, ${width}]), ${embeddingScale})

  # rotations, and where the sequence is longer than the window, which tokens are seen
  def guide(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    guide = (self).rotations(ids, past)
    if torch.gt(torch.add(past, torch.size(ids, 1)), ${window}):
      distances = (self).distances(ids, past)
      guide = torch.append(guide, torch.logical_and(torch.ge(distances, 0), torch.lt(distances, ${window})))
    return guide

  def layer(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, guide: List[Tensor],
      cache: List[Tensor], past: int) -> Tensor:
    normed = (self).norm(x, w[input_layernorm.weight])
    q = (self).split((self).linear(normed, w[self_attn.q_proj.weight], w[self_attn.q_proj.bias]), batch, ${heads})
    k = (self).split((self).linear(normed, w[self_attn.k_proj.weight], w[self_attn.k_proj.bias]), batch, ${keyValueHeads})
    v = (self).split((self).linear(normed, w[self_attn.v_proj.weight], w[self_attn.v_proj.bias]), batch, ${keyValueHeads})
    if ${headNorms}:
      q = (self).norm(torch.to(q, 6), w[self_attn.q_norm.weight])
      k = (self).norm(torch.to(k, 6), w[self_attn.k_norm.weight])
    mask = annotate(Optional[Tensor], None)
    if torch.gt(torch.len(guide), 2):
      mask = guide[2]
    merged = (self).attended((self).rotated(q, guide), (self).rotated(k, guide), v, mask, layer, cache, past)
    x = torch.add(x, (self).linear(merged, w[self_attn.o_proj.weight], w[self_attn.o_proj.bias]))
    normed = (self).norm(x, w[post_attention_layernorm.weight])
    gate = (self).activation((self).linear(normed, w[mlp.gate_proj.weight], w[mlp.gate_proj.bias]))
    inner = torch.mul(gate, (self).linear(normed, w[mlp.up_proj.weight], w[mlp.up_proj.bias]))
    return torch.add(x, (self).linear(inner, w[mlp.down_proj.weight], w[mlp.down_proj.bias]))

  def last(self: __torch__.Model, w: List[Tensor], x: Tensor) -> Tensor:
    return (self).norm(x, w[norm.weight])
