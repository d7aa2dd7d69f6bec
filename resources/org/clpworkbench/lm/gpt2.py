# GPT-2 (Radford et al. 2019) in TorchScript. ${…} is filled in before the text is loaded.
# w: wte, wpe, 12 tensors a layer, ln_f weight and bias, and the output head when it is not tied.
class Gpt2(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  def norm(self: __torch__.Gpt2, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.layer_norm(x, [${width}], weight, bias, ${epsilon}, False)

  # what products take and give, in the run's precision
  def low(self: __torch__.Gpt2, x: Tensor) -> Tensor:
    return ${low}

  # rows of x times a weight stored input × output, as GPT-2 stores them
  def product(self: __torch__.Gpt2, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return (self).low(torch.addmm((self).low(bias), (self).low(x), (self).low(weight)))

  # ids: batch × context -> hidden states after the last norm, (batch · context) × width, float32
  def hidden(self: __torch__.Gpt2, w: List[Tensor], ids: Tensor) -> Tensor:
    batch = torch.size(ids, 0)
    context = torch.size(ids, 1)
    positions = torch.slice(w[1], 0, 0, context)
    x = torch.reshape(torch.add(torch.embedding(w[0], ids), positions), [-1, ${width}])
    for layer in range(${layers}):
      k = 2 + 12 * layer
      normed = (self).norm(x, w[k], w[k + 1])
      qkv = torch.reshape((self).product(normed, w[k + 2], w[k + 3]), [batch, context, 3, ${heads}, ${headWidth}])
      q, v, u = torch.unbind(torch.permute(qkv, [2, 0, 3, 1, 4]))
      attended = torch.scaled_dot_product_attention(q, v, u, None, 0., True, scale=${attentionScale})
      merged = torch.reshape(torch.transpose(attended, 1, 2), [-1, ${width}])
      x = torch.add(x, (self).product(merged, w[k + 4], w[k + 5]))
      normed = (self).norm(x, w[k + 6], w[k + 7])
      inner = torch.gelu((self).product(normed, w[k + 8], w[k + 9]), approximate="${gelu}")
      x = torch.add(x, (self).product(inner, w[k + 10], w[k + 11]))
    last = 2 + 12 * ${layers}
    return (self).norm(x, w[last], w[last + 1])

  def logits(self: __torch__.Gpt2, w: List[Tensor], ids: Tensor) -> Tensor:
    h = (self).hidden(w, ids)
    return torch.to((self).low(torch.matmul((self).low(h), torch.t((self).low(w[${head}])))), 6)

  # sum of the losses in nats over all targets, in blocks of rows so that the logits never exist at once
  def loss(self: __torch__.Gpt2, w: List[Tensor], ids: Tensor, targets: Tensor) -> Tensor:
    h = (self).low((self).hidden(w, ids))
    head = torch.t((self).low(w[${head}]))
    labels = torch.reshape(targets, [-1])
    total = torch.zeros([], dtype=6, device=h.device)
    rows = torch.size(h, 0)
    for block in range((rows + ${block} - 1) // ${block}):
      begin = block * ${block}
      end = min(rows, begin + ${block})
      logits = torch.to((self).low(torch.matmul(torch.slice(h, 0, begin, end), head)), 6)
      picked = torch.gather(logits, 1, torch.unsqueeze(torch.slice(labels, 0, begin, end), 1))
      total = torch.add(total, torch.sum(torch.sub(torch.logsumexp(logits, [1], True), picked)))
    return total

  # one optimizer step in place: mean loss in nats and the norm of the gradient before clipping.
  # The head's gradient is worked out block by block beside the loss, without recording it; what reaches the hidden
  # states is then carried back through the layers in one go.
  def step(self: __torch__.Gpt2, w: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor],
      ids: Tensor, targets: Tensor, rates: Tensor) -> Tuple[Tensor, Tensor]:
    leaves = annotate(List[Tensor], [])
    for p in w:
      leaves = torch.append(leaves, torch.requires_grad_(torch.detach(p), True))
    h = (self).hidden(leaves, ids)
    lowered = (self).low(torch.detach(h))
    head = (self).low(torch.detach(w[${head}]))
    labels = torch.reshape(targets, [-1])
    rows = torch.size(lowered, 0)
    scale = 1. / float(rows)
    total = torch.zeros([], dtype=6, device=h.device)
    dHead = torch.zeros_like(w[${head}])
    dHidden = annotate(List[Tensor], [])
    for block in range((rows + ${block} - 1) // ${block}):
      begin = block * ${block}
      end = min(rows, begin + ${block})
      part = torch.slice(lowered, 0, begin, end)
      label = torch.unsqueeze(torch.slice(labels, 0, begin, end), 1)
      logits = torch.to((self).low(torch.matmul(part, torch.t(head))), 6)
      normaliser = torch.logsumexp(logits, [1], True)
      total = torch.add(total, torch.sum(torch.sub(normaliser, torch.gather(logits, 1, label))))
      slope = torch.exp_(torch.sub_(logits, normaliser))
      one = torch.full_like(label, -1., dtype=6)
      slope = torch.mul_(torch.scatter_add_(slope, 1, label, one), scale)
      slope = (self).low(slope)
      dHidden = torch.append(dHidden, torch.to((self).low(torch.matmul(slope, head)), 6))
      dHead = torch.add_(dHead, (self).low(torch.matmul(torch.t(slope), part)))
    found = torch.grad([h], leaves, annotate(List[Optional[Tensor]], [torch.cat(dHidden, 0)]), False, False, True)
    grads = annotate(List[Tensor], [])
    for i in range(torch.len(found)):
      g = found[i]
      if i == ${head}:
        if torch.__is__(g, None):
          grads = torch.append(grads, dHead)
        else:
          grads = torch.append(grads, torch.add_(dHead, unchecked_cast(Tensor, g)))
      else:
        grads = torch.append(grads, unchecked_cast(Tensor, g))
    norm = torch.norm(torch.stack(torch._foreach_norm(grads, 2.)))
    excess = torch.clamp(torch.div(norm, torch.item(rates[1])), 1.)
    torch._foreach_div_(grads, excess)
    decayed = annotate(List[int], ${decayed})
    plain = annotate(List[int], ${plain})
    for group in range(2):
      members = plain
      decay = 0.
      if group == 0:
        members = decayed
        decay = float(torch.item(rates[2]))
      gw = annotate(List[Tensor], [])
      gg = annotate(List[Tensor], [])
      gm = annotate(List[Tensor], [])
      gv = annotate(List[Tensor], [])
      gs = annotate(List[Tensor], [])
      for i in members:
        gw = torch.append(gw, torch.detach(w[i]))
        gg = torch.append(gg, grads[i])
        gm = torch.append(gm, m[i])
        gv = torch.append(gv, v[i])
        gs = torch.append(gs, steps[i])
      torch._foreach_add_(gs, 1)
      torch._fused_adamw_(gw, gg, gm, gv, annotate(List[Tensor], []), gs, lr=float(torch.item(rates[0])), beta1=0.9, beta2=0.95, weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False)
    return (torch.mul(total, scale), norm)
