# A language model in TorchScript: what all families share. ${…} is filled in before the text is loaded, and w[name] becomes
# the tensor of that name, in a layer the one of that layer, or None where the model has no such tensor.
# Hidden states x are float32, (batch · tokens) × width; past counts the tokens before these, which the cache holds.
class Model(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # what products take and give, in the run's precision
  def low(self: __torch__.Model, x: Tensor) -> Tensor:
    return ${low}

  # rows of x times a weight stored output × input
  def linear(self: __torch__.Model, x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor]) -> Tensor:
    lowered = annotate(Optional[Tensor], None)
    if torch.__isnot__(bias, None):
      lowered = (self).low(unchecked_cast(Tensor, bias))
    return (self).low(torch.linear((self).low(x), (self).low(unchecked_cast(Tensor, weight)), lowered))

  def layer_norm(self: __torch__.Model, x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor]) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, 1)], weight, bias, ${epsilon}, False)

  def activation(self: __torch__.Model, x: Tensor) -> Tensor:
    return ${activation}

  # rows as batch × heads × tokens × headWidth
  def split(self: __torch__.Model, x: Tensor, batch: int, heads: int) -> Tensor:
    return torch.transpose(torch.reshape(x, [batch, -1, heads, ${headWidth}]), 1, 2)

  # attention over these tokens and the cached ones, heads merged to rows again. A mask is added to the scores, or says which
  # are kept; without one a token sees itself and all before it, in a masked-language model every token.
  def attended(self: __torch__.Model, q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor], layer: int,
      cache: List[Tensor], past: int) -> Tensor:
    tokens = torch.size(q, 2)
    keys = k
    values = v
    if torch.gt(torch.len(cache), 0):
      all = torch.add(past, tokens)
      kept = cache[torch.mul(2, layer)]
      torch.copy_(torch.slice(kept, 2, past, all), k)
      keys = torch.slice(kept, 2, 0, all)
      kept = cache[torch.add(torch.mul(2, layer), 1)]
      torch.copy_(torch.slice(kept, 2, past, all), v)
      values = torch.slice(kept, 2, 0, all)
    if ${queriesPerKey} > 1:
      keys = torch.repeat_interleave(keys, ${queriesPerKey}, 1)
      values = torch.repeat_interleave(values, ${queriesPerKey}, 1)
    causal = torch.__and__(torch.__and__(torch.__is__(mask, None), torch.gt(tokens, 1)), ${causal})
    attended = torch.scaled_dot_product_attention(q, keys, values, mask, 0., causal, scale=${attentionScale})
    return torch.reshape(torch.transpose(attended, 1, 2), [-1, ${heads} * ${headWidth}])

  # how far each cached or new token (columns) lies before each new one (rows): tokens × (past + tokens)
  def distances(self: __torch__.Model, ids: Tensor, past: int) -> Tensor:
    all = torch.add(past, torch.size(ids, 1))
    columns = torch.arange(all, dtype=4, device=ids.device)
    rows = torch.slice(columns, 0, past, all)
    return torch.sub(torch.unsqueeze(rows, 1), columns)

${family}

  # layers from … to, before the first of them the embedding, after the last of all the last norm
  def stretch(self: __torch__.Model, w: List[Tensor], x: Tensor, ids: Tensor, begin: int, end: int,
      guide: List[Tensor], cache: List[Tensor], past: int) -> Tensor:
    if begin == 0:
      x = (self).embed(w, ids, past)
    batch = torch.size(ids, 0)
    for i in range(torch.sub(end, begin)):
      x = (self).layer(w, torch.add(begin, i), x, batch, guide, cache, past)
    if end == ${layers}:
      x = (self).last(w, x)
    return x

  # ids: batch × tokens -> hidden states after the last norm
  def hidden(self: __torch__.Model, w: List[Tensor], ids: Tensor, cache: List[Tensor], past: int) -> Tensor:
    guide = (self).guide(ids, past)
    return (self).stretch(w, torch.zeros([0], dtype=6, device=ids.device), ids, 0, ${layers}, guide, cache, past)

  # of all tokens' hidden states those that something is predicted from: places is batch × predicted, counted from the
  # beginning of each sequence; where what follows is predicted, it is every token
  def predicting(self: __torch__.Model, h: Tensor, places: Tensor, tokens: int) -> Tensor:
    if not ${causal}:
      first = torch.mul(torch.arange(torch.size(places, 0), dtype=4, device=h.device), tokens)
      h = torch.index_select(h, 0, torch.reshape(torch.add(places, torch.unsqueeze(first, 1)), [-1]))
    return h

  # of hidden states and the head's matrix, both lowered
  def products(self: __torch__.Model, w: List[Tensor], h: Tensor, head: Tensor) -> Tensor:
    logits = torch.to((self).low(torch.matmul(h, torch.t(head))), 6)
    if ${headBias} >= 0:
      logits = torch.add_(logits, w[${headBias}])
    return logits

  def head(self: __torch__.Model, w: List[Tensor], h: Tensor) -> Tensor:
    return (self).products(w, (self).low(h), (self).low(w[${head}]))

  def logits(self: __torch__.Model, w: List[Tensor], ids: Tensor) -> Tensor:
    return (self).head(w, (self).hidden(w, ids, annotate(List[Tensor], []), 0))

  # logits after the last of some tokens, whose keys and values join those of the past ones in the cache
  def next(self: __torch__.Model, w: List[Tensor], cache: List[Tensor], ids: Tensor, past: Tensor) -> Tensor:
    h = (self).hidden(w, ids, cache, int(torch.item(past)))
    return (self).head(w, torch.slice(h, 0, -1, 9223372036854775807))

  # 2 x targets: the loss of each in nats, and 1 where no other token is likelier. In blocks of rows, so that the logits never
  # exist at once.
  def losses(self: __torch__.Model, w: List[Tensor], ids: Tensor, places: Tensor, targets: Tensor) -> Tensor:
    h = (self).predicting((self).hidden(w, ids, annotate(List[Tensor], []), 0), places, torch.size(ids, 1))
    labels = torch.reshape(targets, [-1])
    rows = torch.size(h, 0)
    found = annotate(List[Tensor], [])
    for block in range((rows + ${block} - 1) // ${block}):
      begin = block * ${block}
      end = min(rows, begin + ${block})
      logits = (self).head(w, torch.slice(h, 0, begin, end))
      picked = torch.gather(logits, 1, torch.unsqueeze(torch.slice(labels, 0, begin, end), 1))
      losses = torch.sub(torch.logsumexp(logits, [1], True), picked)
      hits = torch.to(torch.ge(picked, torch.amax(logits, [1], True)), 6)
      found = torch.append(found, torch.cat([losses, hits], 1))
    return torch.t(torch.cat(found, 0))
