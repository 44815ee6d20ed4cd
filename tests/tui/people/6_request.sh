# A request fails at night: the body from the log, the node, a folder for the report.
cat >"$home/work/body.json" <<'END'
{"instances": [[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]}
END
put "smtui run tests/models/failures/fixed_batch --json_input \$WORK/body.json --output serving; echo code \$?"
see "code 1" "error"
put "clear; smtui why tests/models/failures/fixed_batch --json_input \$WORK/body.json"
see "pairs/shape: " "ready>"
put "clear; smtui debug tests/models/failures/fixed_batch --json_input \$WORK/body.json"
see "not started"
keys c
see "FAILED" "pairs"
say "repro \$WORK/report"
see "report"
keys Q
see "ready>"
put "clear; ls \$WORK/report"
