# Two exports of one model answer differently: where do they part?
put "smtui diff tests/models/diffs/net tests/models/diffs/net_weight; echo code \$?"
see "code 1" "out/kernel"
put "clear; smtui diff --ui tests/models/diffs/net tests/models/diffs/net_weight"
see "A and B side by side" "out/kernel"
keys d
see "> "
keys =
see "B less A"
keys q
see "side by side"
keys Q
see "ready>"
put "clear; smtui diff tests/models/diffs/net tests/models/diffs/net_weight --inputs 'x=[[1.0,-2.0,3.0,0.5]]' --ui"
see "tensor by tensor"
keys d Enter
see "side by side"
keys b
see "out/"
keys Q
