# Before serving: is it sane, what does it cost, is it warm?
put "smtui check examples/mobilenet/1; echo code \$?"
see "code 0"
put "clear; smtui check tests/models/failures/fixed_batch; echo code \$?"
see "fixed-reshape" "do   reshape with -1" "code 1"
put "clear; smtui cost examples/mobilenet/1 --by op"
see "MACs" "Conv2D"
put "clear; smtui warmup examples/mobilenet/1; echo code \$?"
see "code "
put "clear; smtui tests/models/failures/fixed_batch"
see "tag set serve"
keys 9
see "> findings" "fixed-reshape"
keys Enter
see "> pairs" "Reshape"
keys BSpace
see "> findings"
keys '$'
see "MACs"
keys Q
