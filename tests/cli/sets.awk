# What Python prints in the order of a hash table, in a fixed order instead: the braces of op sets and
# denylists; tags within an entry of "following tag-sets"; keys after "Please choose from"; Named
# Arguments; items of dicts; serialized tf.train.Examples (their bytes, sorted).
function sorted(text, sep, out,    part, n, i, j, t)
{
	n = split(text, part, sep)
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && part[j] < part[j - 1]; j--) {
			t = part[j]
			part[j] = part[j - 1]
			part[j - 1] = t
		}
	for (i = 1; i <= n; i++)
		out = out (i > 1 ? sep : "") part[i]
	return out
}
function flush_named(    i, j, t)
{
	for (i = 2; i <= named; i++)
		for (j = i; j > 1 && key[j] < key[j - 1]; j--) {
			t = key[j]
			key[j] = key[j - 1]
			key[j - 1] = t
		}
	for (i = 1; i <= named; i++)
		print "        Named Argument\n" key[i]
	named = 0
}
/^ *Named Argument #/ {
	getline
	key[++named] = $0
	next
}
{ flush_named() }
match($0, / ops: \{.*\}$/) {
	print substr($0, 1, RSTART + 6) sorted(substr($0, RSTART + 7, RLENGTH - 8), ", ") "}"
	next
}
match($0, /following tag-sets: \[.*\]$/) {
	n = split(substr($0, RSTART + 21, RLENGTH - 22), entry, "', '")
	line = substr($0, 1, RSTART + 20)
	for (i = 1; i <= n; i++) {
		gsub(/'/, "", entry[i])
		line = line " '" sorted(entry[i], ",") "'"
	}
	print line
	next
}
match($0, /Please choose from:? .*$/) {
	rest = substr($0, RSTART)
	tail = sub(/, or use --show option\.$/, "", rest) ? ", or use --show option." : ""
	sub(/^Please choose from:? /, "", rest)
	print substr($0, 1, RSTART + 17) " " sorted(rest, ", ") tail
	next
}
match($0, /Keyword arguments: \{.*\}$/) {
	print substr($0, 1, RSTART + 19) sorted(substr($0, RSTART + 20, RLENGTH - 21), ", ") "}"
	next
}
match($0, /Value: \{.*\b\b\}$/) {
	print substr($0, 1, RSTART + 7) sorted(substr($0, RSTART + 8, RLENGTH - 9), ", ") "}"
	next
}
/b['"]\\n/ {	# the bytes of an Example: each escape or character is an item
	n = 0
	text = ""
	for (line = $0; line != ""; line = substr(line, RLENGTH + 1)) {
		match(line, /^(\\x..|\\.|.)/)
		text = text (n++ ? " " : "") substr(line, 1, RLENGTH)
	}
	print sorted(text, " ")
	next
}
{ print }
END { flush_named() }
