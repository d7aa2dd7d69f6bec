  # BLOOM (Scao et al. 2022), with ALiBi (Press et al. 2022) in the place of positions

  def embed(self: __torch__.Model, w: List[Tensor], ids: Tensor, past: int) -> Tensor:
    x = torch.reshape(torch.embedding(w[word_embeddings.weight], ids), [-1, ${width}])
    return (self).layer_norm(x, w[word_embeddings_layernorm.weight], w[word_embeddings_layernorm.bias])

  # what each head takes off a score for the distance: 1 × heads × tokens × (past + tokens), -inf for what comes later
  def guide(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    distances = (self).distances(ids, past)
    slopes = torch.reshape(torch.tensor(${slopes}, dtype=6, device=ids.device), [1, -1, 1, 1])
    bias = torch.mul(torch.neg(slopes), torch.to(distances, 6))
    return [(self).low(torch.masked_fill(bias, torch.lt(distances, 0), -inf))]

  def layer(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, guide: List[Tensor],
      cache: List[Tensor], past: int) -> Tensor:
    normed = (self).layer_norm(x, w[input_layernorm.weight], w[input_layernorm.bias])
    qkv = (self).linear(normed, w[self_attention.query_key_value.weight], w[self_attention.query_key_value.bias])
    split = torch.reshape(qkv, [batch, -1, ${heads}, 3, ${headWidth}])
    q, k, v = torch.unbind(torch.permute(split, [3, 0, 2, 1, 4]))
    merged = (self).attended(q, k, v, guide[0], layer, cache, past)
    added = (self).linear(merged, w[self_attention.dense.weight], w[self_attention.dense.bias])
    residual = x
    if ${residualAfterNorm}:
      residual = normed
    x = torch.add(residual, added)
    normed = (self).layer_norm(x, w[post_attention_layernorm.weight], w[post_attention_layernorm.bias])
    inner = (self).activation((self).linear(normed, w[mlp.dense_h_to_4h.weight], w[mlp.dense_h_to_4h.bias]))
    residual = x
    if ${residualAfterNorm}:
      residual = normed
    return torch.add(residual, (self).linear(inner, w[mlp.dense_4h_to_h.weight], w[mlp.dense_4h_to_h.bias]))

  def last(self: __torch__.Model, w: List[Tensor], x: Tensor) -> Tensor:
    return (self).layer_norm(x, w[ln_f.weight], w[ln_f.bias])
