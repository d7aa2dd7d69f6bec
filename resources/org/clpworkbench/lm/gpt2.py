  # GPT-2 (Radford et al. 2019)

  # rows of x times a weight stored input × output, as GPT-2 stores them
  def product(self: __torch__.Model, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return (self).low(torch.addmm((self).low(bias), (self).low(x), (self).low(weight)))

  def embed(self: __torch__.Model, w: List[Tensor], ids: Tensor, past: int) -> Tensor:
    positions = torch.slice(w[wpe.weight], 0, past, torch.add(past, torch.size(ids, 1)))
    return torch.reshape(torch.add(torch.embedding(w[wte.weight], ids), positions), [-1, ${width}])

  def guide(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    return annotate(List[Tensor], [])

  def layer(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, guide: List[Tensor],
      cache: List[Tensor], past: int) -> Tensor:
    normed = (self).layer_norm(x, w[ln_1.weight], w[ln_1.bias])
    qkv = (self).product(normed, w[attn.c_attn.weight], w[attn.c_attn.bias])
    split = torch.reshape(qkv, [batch, -1, 3, ${heads}, ${headWidth}])
    q, k, v = torch.unbind(torch.permute(split, [2, 0, 3, 1, 4]))
    merged = (self).attended(q, k, v, None, layer, cache, past)
    x = torch.add(x, (self).product(merged, w[attn.c_proj.weight], w[attn.c_proj.bias]))
    normed = (self).layer_norm(x, w[ln_2.weight], w[ln_2.bias])
    inner = (self).activation((self).product(normed, w[mlp.c_fc.weight], w[mlp.c_fc.bias]))
    return torch.add(x, (self).product(inner, w[mlp.c_proj.weight], w[mlp.c_proj.bias]))

  def last(self: __torch__.Model, w: List[Tensor], x: Tensor) -> Tensor:
    return (self).layer_norm(x, w[ln_f.weight], w[ln_f.bias])
