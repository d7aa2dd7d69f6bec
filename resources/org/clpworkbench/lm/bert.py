  # BERT (Devlin et al. 2019) and RoBERTa (Liu et al. 2019)

  # positions are counted from ${positionOffset}; every token is of the first of the types
  def embed(self: __torch__.Model, w: List[Tensor], ids: Tensor, past: int) -> Tensor:
    end = torch.add(${positionOffset}, torch.size(ids, 1))
    positions = torch.slice(w[embeddings.position_embeddings.weight], 0, ${positionOffset}, end)
    place = torch.add(positions, torch.select(w[embeddings.token_type_embeddings.weight], 0, 0))
    x = torch.add(torch.embedding(w[embeddings.word_embeddings.weight], ids), place)
    rows = torch.reshape(x, [-1, ${width}])
    return (self).layer_norm(rows, w[embeddings.LayerNorm.weight], w[embeddings.LayerNorm.bias])

  def guide(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    return annotate(List[Tensor], [])

  def layer(self: __torch__.Model, w: List[Tensor], layer: int, x: Tensor, batch: int, guide: List[Tensor],
      cache: List[Tensor], past: int) -> Tensor:
    q = (self).split((self).linear(x, w[attention.self.query.weight], w[attention.self.query.bias]), batch, ${heads})
    k = (self).split((self).linear(x, w[attention.self.key.weight], w[attention.self.key.bias]), batch, ${heads})
    v = (self).split((self).linear(x, w[attention.self.value.weight], w[attention.self.value.bias]), batch, ${heads})
    merged = (self).attended(q, k, v, None, layer, cache, past)
    heard = (self).linear(merged, w[attention.output.dense.weight], w[attention.output.dense.bias])
    x = (self).layer_norm(torch.add(x, heard), w[attention.output.LayerNorm.weight], w[attention.output.LayerNorm.bias])
    inner = (self).activation((self).linear(x, w[intermediate.dense.weight], w[intermediate.dense.bias]))
    fed = (self).linear(inner, w[output.dense.weight], w[output.dense.bias])
    return (self).layer_norm(torch.add(x, fed), w[output.LayerNorm.weight], w[output.LayerNorm.bias])

  # the head's own product and norm
  def last(self: __torch__.Model, w: List[Tensor], x: Tensor) -> Tensor:
    turned = (self).activation((self).linear(x, w[${transform}.weight], w[${transform}.bias]))
    return (self).layer_norm(torch.to(turned, 6), w[${transformNorm}.weight], w[${transformNorm}.bias])
