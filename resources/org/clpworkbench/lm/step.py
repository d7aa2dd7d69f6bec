
  # Mean loss over all targets of the step (scale is one over their number) of one part of its batch, and the gradients of
  # the trained tensors. The head's gradient is worked out block by block beside the loss, without recording it, and so is its bias's; what reaches
  # the hidden states is then carried back through the layers, one stretch of them after the other. Only the stretch that is
  # being carried back through is recorded: of the others, whose outputs were computed before, the input alone is kept.
  def gradients(self: __torch__.Model, w: List[Tensor], leaves: List[Tensor], trained: List[Tensor], ids: Tensor,
      places: Tensor, targets: Tensor, scale: float) -> Tuple[Tensor, List[Tensor]]:
    borders = annotate(List[int], ${borders})
    stretches = torch.sub(torch.len(borders), 1)
    none = annotate(List[Tensor], [])
    guide = (self).guide(ids, 0)
    x = torch.zeros([0], dtype=6, device=ids.device)
    entries = annotate(List[Tensor], [])
    for s in range(stretches):
      entries = torch.append(entries, x)
      if s + 1 < stretches:
        x = (self).stretch(w, x, ids, borders[s], borders[s + 1], guide, none, 0)
    entry = torch.requires_grad_(torch.detach(x), torch.gt(stretches, 1))
    h = (self).stretch(leaves, entry, ids, borders[stretches - 1], ${layers}, guide, none, 0)
    h = (self).predicting(h, places, torch.size(ids, 1))

    lowered = (self).low(torch.detach(h))
    head = (self).low(w[${head}])
    labels = torch.reshape(targets, [-1])
    rows = torch.size(lowered, 0)
    total = torch.zeros([], dtype=6, device=h.device)
    grads = annotate(List[Tensor], [])
    for p in trained:
      grads = torch.append(grads, torch.zeros([0], dtype=6, device=h.device))
    dHead = torch.zeros([0], dtype=6, device=h.device)
    if ${trainedHead} >= 0:
      dHead = torch.zeros_like(w[${head}])
      torch._set_item(grads, ${trainedHead}, dHead)
    dBias = torch.zeros([0], dtype=6, device=h.device)
    if ${trainedHeadBias} >= 0:
      dBias = torch.zeros_like(trained[${trainedHeadBias}])
      torch._set_item(grads, ${trainedHeadBias}, dBias)
    dHidden = annotate(List[Tensor], [])
    for block in range((rows + ${block} - 1) // ${block}):
      begin = block * ${block}
      end = min(rows, begin + ${block})
      part = torch.slice(lowered, 0, begin, end)
      label = torch.unsqueeze(torch.slice(labels, 0, begin, end), 1)
      logits = (self).products(w, part, head)
      normaliser = torch.logsumexp(logits, [1], True)
      total = torch.add(total, torch.sum(torch.sub(normaliser, torch.gather(logits, 1, label))))
      slope = torch.exp_(torch.sub_(logits, normaliser))
      one = torch.full_like(label, -1., dtype=6)
      slope = torch.mul_(torch.scatter_add_(slope, 1, label, one), scale)
      if ${trainedHeadBias} >= 0:
        dBias = torch.add_(dBias, torch.sum(slope, [0]))
      slope = (self).low(slope)
      dHidden = torch.append(dHidden, torch.to((self).low(torch.matmul(slope, head)), 6))
      if ${trainedHead} >= 0:
        dHead = torch.add_(dHead, (self).low(torch.matmul(torch.t(slope), part)))

    dx = torch.cat(dHidden, 0)
    for back in range(torch.sub(stretches, ${deepest})):
      s = torch.sub(torch.sub(stretches, 1), back)
      if back > 0:
        entry = torch.requires_grad_(torch.detach(entries[s]), s > 0)
        h = (self).stretch(leaves, entry, ids, borders[s], borders[s + 1], guide, none, 0)
      inputs = annotate(List[Tensor], [])
      for p in trained:
        inputs = torch.append(inputs, p)
      if s > 0:
        inputs = torch.append(inputs, entry)
      found = torch.grad([h], inputs, annotate(List[Optional[Tensor]], [dx]), False, False, True)
      for i in range(torch.len(inputs)):
        g = found[i]
        if torch.__isnot__(g, None):
          known = unchecked_cast(Tensor, g)
          if i == torch.len(trained):
            dx = known
          else:
            if torch.gt(torch.numel(grads[i]), 0):
              known = torch.add_(grads[i], known)
            torch._set_item(grads, i, known)
    for i in range(torch.len(trained)):
      if torch.eq(torch.numel(grads[i]), 0):
        torch._set_item(grads, i, torch.zeros_like(trained[i]))
    return (torch.mul(total, scale), grads)

  # token ids from the host's memory to the device of the weights, without waiting for what it still computes
  def arrived(self: __torch__.Model, w: List[Tensor], ids: Tensor) -> Tensor:
    if w[0].is_cuda:
      ids = torch.pin_memory(ids)
    return torch.to(ids, w[0].device, 4, True, False, None)

  # One optimizer step in place: mean loss in nats and the norm of the gradient before clipping. m, v and steps are of the
  # trained tensors alone; ids, places and targets come from the host's memory, and so do rates: the learning rate and the
  # greatest norm. Where only some rows of the trained tensors are trained, chosen holds their numbers and m and v are of
  # these rows; the others are never written to, neither by the optimizer nor by the decay. Else chosen is empty.
  def step(self: __torch__.Model, w: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor],
      chosen: Tensor, ids: Tensor, places: Tensor, targets: Tensor, rates: Tensor) -> Tuple[Tensor, Tensor]:
    fixed = annotate(List[Tensor], [])
    leaves = annotate(List[Tensor], [])
    for p in w:
      fixed = torch.append(fixed, torch.detach(p))
      leaves = torch.append(leaves, torch.detach(p))
    trained = annotate(List[Tensor], [])
    for i in annotate(List[int], ${trained}):
      trained = torch.append(trained, torch.requires_grad_(leaves[i], True))
    ids = (self).arrived(w, ids)
    places = (self).arrived(w, places)
    targets = (self).arrived(w, targets)
    rows = torch.size(ids, 0)
    scale = 1. / float(torch.numel(targets))
    total = torch.zeros([], dtype=6, device=ids.device)
    grads = annotate(List[Tensor], [])
    for part in range((rows + ${rows} - 1) // ${rows}):
      begin = part * ${rows}
      end = min(rows, begin + ${rows})
      some = torch.slice(ids, 0, begin, end)
      at = torch.slice(places, 0, begin, end)
      loss, found = (self).gradients(fixed, leaves, trained, some, at, torch.slice(targets, 0, begin, end), scale)
      total = torch.add(total, loss)
      if part == 0:
        grads = found
      else:
        torch._foreach_add_(grads, found)
    some_rows = torch.gt(torch.numel(chosen), 0)
    if some_rows:
      for i in range(torch.len(grads)):
        torch._set_item(grads, i, torch.index_select(grads[i], 0, chosen))
    norm = torch.norm(torch.stack(torch._foreach_norm(grads, 2.)))
    excess = torch.clamp(torch.div(norm, torch.select(rates, 0, 1)), 1.)
    torch._foreach_div_(grads, excess)
    decayed = annotate(List[int], ${decayed})
    plain = annotate(List[int], ${plain})
    for group in range(2):
      members = plain
      decay = 0.
      if group == 0:
        members = decayed
        decay = ${decay}
      gw = annotate(List[Tensor], [])
      gg = annotate(List[Tensor], [])
      gm = annotate(List[Tensor], [])
      gv = annotate(List[Tensor], [])
      gs = annotate(List[Tensor], [])
      for i in members:
        weight = torch.detach(trained[i])
        if some_rows:
          weight = torch.index_select(weight, 0, chosen)
        gw = torch.append(gw, weight)
        gg = torch.append(gg, grads[i])
        gm = torch.append(gm, m[i])
        gv = torch.append(gv, v[i])
        gs = torch.append(gs, steps[i])
      if torch.gt(torch.len(members), 0):
        torch._foreach_add_(gs, 1)
        torch._fused_adamw_(gw, gg, gm, gv, annotate(List[Tensor], []), gs, lr=torch.select(rates, 0, 0), beta1=0.9, beta2=0.95, weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False)
        if some_rows:
          for k in range(torch.len(members)):
            torch.index_copy_(torch.detach(trained[members[k]]), 0, chosen, gw[k])
    return (total, norm)
