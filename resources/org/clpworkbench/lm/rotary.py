  # Rotary positions (Su et al. 2021): cos and sin of position × frequency, tokens × rotated numbers of a head
  def rotations(self: __torch__.Model, ids: Tensor, past: int) -> List[Tensor]:
    positions = torch.arange(past, torch.add(past, torch.size(ids, 1)), dtype=6, device=ids.device)
    frequencies = torch.tensor(${frequencies}, dtype=6, device=ids.device)
    angles = torch.mul(torch.unsqueeze(positions, 1), frequencies)
    angles = torch.cat([angles, angles], 1)
    return [torch.mul(torch.cos(angles), ${rotaryScale}), torch.mul(torch.sin(angles), ${rotaryScale})]

  # turns the first numbers of every head, in pairs of one of the first and one of the second half of them
  def rotated(self: __torch__.Model, x: Tensor, guide: List[Tensor]) -> Tensor:
    cos = guide[0]
    turned = torch.to(torch.slice(x, 3, 0, ${rotated}), 6)
    half = torch.cat([torch.neg(torch.slice(turned, 3, ${rotated} // 2, ${rotated})), torch.slice(turned, 3, 0, ${rotated} // 2)], 3)
    turned = (self).low(torch.add(torch.mul(turned, cos), torch.mul(half, guide[1])))
    if ${rotated} < ${headWidth}:
      turned = torch.cat([turned, torch.slice(x, 3, ${rotated}, ${headWidth})], 3)
    return turned
