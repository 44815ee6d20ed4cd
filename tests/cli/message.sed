s, \\n Detected at node .*defined at (most recent call last): \\n Node: '[^']*',,
s, \\n Original stack trace .*,,
s, \\n  *\[\[{{node .*,,
s, \\n ,\n,g
s, | WARNING:,\nWARNING:,g
s,object at 0x[0-9a-f]*,object at 0x0,g
s,^\(smtui\|saved_model_cli\)[^:]*: error: ,saved_model_cli: error: ,
s,^flag --,saved_model_cli: error: flag --,
/^[ \t]*\[\[{{node /d
/^$/d
