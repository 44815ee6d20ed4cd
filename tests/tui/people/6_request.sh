# A request fails at night: the body from the log, the node, and a folder for the report by one key.
echo '{"instances": [[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]}' >"$home/work/body.json"
put "smtui run tests/models/failures/fixed_batch --json_input \$WORK/body.json --output serving; echo code \$?"
see "code 1" "error"
put "clear; smtui why tests/models/failures/fixed_batch --json_input \$WORK/body.json; echo code \$?"
see "pairs/shape: " "would work: \"x\" [4,6]" "code 1"
put "clear; R=\$PWD; cd \$WORK; smtui debug \$R/tests/models/failures/fixed_batch --json_input body.json"
see "not started" "[[1,2,3,4,5,6]]"
keys c
see "FAILED" "pairs/shape: this Const is [4,2,3]" "! why  F repro"
keys F
see "repro-"
keys q
keys Q
see "ready>"
put "clear; ls repro-*"
see "inputs" "repro.py" "report"
