  # GPT-NeoX and Pythia (Black et al. 2022)

  def embed(self: __torch__.Model, w: List[Tensor], ids: Tensor, past: int) -> Tensor:
    return torch.reshape(torch.embedding(w[embed_in.weight], ids), [-1, ${width}])

  def guide(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    return (self).rotations(ids, past)

  def fed(self: __torch__.Model, w: List[Tensor], layer: int, normed: Tensor) -> Tensor:
    inner = (self).activation((self).linear(normed, w[mlp.dense_h_to_4h.weight], w[mlp.dense_h_to_4h.bias]))
    return (self).linear(inner, w[mlp.dense_4h_to_h.weight], w[mlp.dense_4h_to_h.bias])

  def layer(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, guide: List[Tensor],
      cache: List[Tensor], past: int) -> Tensor:
    normed = (self).layer_norm(x, w[input_layernorm.weight], w[input_layernorm.bias])
    qkv = (self).linear(normed, w[attention.query_key_value.weight], w[attention.query_key_value.bias])
    split = torch.reshape(qkv, [batch, -1, ${heads}, 3, ${headWidth}])
    q, k, v = torch.unbind(torch.permute(split, [3, 0, 2, 1, 4]))
    merged = (self).attended((self).rotated(q, guide), (self).rotated(k, guide), v, None, layer, cache, past)
    heard = torch.add(x, (self).linear(merged, w[attention.dense.weight], w[attention.dense.bias]))
    read = heard
    if ${parallel}:
      read = x
    normed = (self).layer_norm(read, w[post_attention_layernorm.weight], w[post_attention_layernorm.bias])
    return torch.add(heard, (self).fed(w, layer, normed))

  def last(self: __torch__.Model, w: List[Tensor], x: Tensor) -> Tensor:
    return (self).layer_norm(x, w[final_layer_norm.weight], w[final_layer_norm.bias])
