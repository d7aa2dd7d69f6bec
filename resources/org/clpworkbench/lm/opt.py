  # OPT (Zhang et al. 2022)

  # positions are counted from ${positionOffset}; a model may embed more narrowly than its layers are wide
  def embed(self: __torch__.Model, w: List[Tensor], ids: Tensor, past: int) -> Tensor:
    first = torch.add(past, ${positionOffset})
    positions = torch.slice(w[decoder.embed_positions.weight], 0, first, torch.add(first, torch.size(ids, 1)))
    x = torch.embedding(w[decoder.embed_tokens.weight], ids)
    if ${projected}:
      x = torch.to((self).linear(x, w[decoder.project_in.weight], None), 6)
    return torch.reshape(torch.add(x, positions), [-1, ${width}])

  def guide(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    return annotate(List[Tensor], [])

  def heard(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, cache: List[Tensor],
      past: int) -> Tensor:
    q = (self).split((self).linear(x, w[self_attn.q_proj.weight], w[self_attn.q_proj.bias]), batch, ${heads})
    k = (self).split((self).linear(x, w[self_attn.k_proj.weight], w[self_attn.k_proj.bias]), batch, ${heads})
    v = (self).split((self).linear(x, w[self_attn.v_proj.weight], w[self_attn.v_proj.bias]), batch, ${heads})
    merged = (self).attended(q, k, v, None, layer, cache, past)
    return (self).linear(merged, w[self_attn.out_proj.weight], w[self_attn.out_proj.bias])

  def fed(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor) -> Tensor:
    return (self).linear((self).activation((self).linear(x, w[fc1.weight], w[fc1.bias])), w[fc2.weight], w[fc2.bias])

  # norms stand before attention and feed-forward, in the 350M model after them
  def layer(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, guide: List[Tensor],
      cache: List[Tensor], past: int) -> Tensor:
    if ${normFirst}:
      normed = (self).layer_norm(x, w[self_attn_layer_norm.weight], w[self_attn_layer_norm.bias])
      x = torch.add(x, (self).heard(w, layer, normed, batch, cache, past))
      normed = (self).layer_norm(x, w[final_layer_norm.weight], w[final_layer_norm.bias])
      x = torch.add(x, (self).fed(w, layer, normed))
    else:
      x = torch.add(x, (self).heard(w, layer, x, batch, cache, past))
      x = (self).layer_norm(x, w[self_attn_layer_norm.weight], w[self_attn_layer_norm.bias])
      x = torch.add(x, (self).fed(w, layer, x))
      x = (self).layer_norm(x, w[final_layer_norm.weight], w[final_layer_norm.bias])
    return x

  def last(self: __torch__.Model, w: List[Tensor], x: Tensor) -> Tensor:
    if ${normLast}:
      x = (self).layer_norm(x, w[decoder.final_layer_norm.weight], w[decoder.final_layer_norm.bias])
    if ${projected}:
      x = torch.to((self).linear(x, w[decoder.project_out.weight], None), 6)
    return x
