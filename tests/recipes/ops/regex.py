"""Regular expressions: matches, rewrites and RE2's errors. Writes tests/ops/cases/regex.zip.gz."""
from cases import *

f = Family("regex")   # no pattern with "[[" in errors: Python reads it as a node
words = text(b"", b"a", b"ab", b"abc", b"aaa", b"abab", b"ABC", b"a.b", b"a\nb", b"a b\tc", b"123", b"x12y34", b"foo_bar",
             b"foo-bar", "é".encode(), "héllo wörld".encode(), "ΑΒΓ αβγ".encode(), "日本語 text".encode(), b"\xff", b"a\xffb",
             b"\xe2\x82", b"[x]{2}(y)*", b"\\d\\", b"aab\naab", b"  lead", b"K\xe2\x84\xaak", "Straße ſ".encode(), b"\0z")
patterns = [
    r"", r"a", r"ab|a", r"a|ab", r"a*", r"a+?", r"(a|ab)(c|bcd)?", r"(a*)*", r"(a*)+", r"(|a)*", r"(|a)+", r"(a|b)*", r"a{2}",
    r"a{2,}", r"a{1,2}", r"a{0}", r"a{,2}", r"a{2", r"x{3,1000}?|a", r".", r".*", r"(?s).*", r"^a", r"b$", r"(?m)^a", r"(?m)b$",
    r"\Aa", r"b\z", r"\b", r"\B", r"\bfoo", r"\w+", r"\W", r"\d+", r"\D", r"\s+", r"\S", r"[a-c]+", r"[^a-c]+", r"[]a]", r"[^]a]",
    r"[a\]x]", r"[\d.]+", r"[\D]", r"[^\W]+", r"[[:alpha:]]+", r"[[:^alpha:]]+", r"[[:punct:][:space:]]", r"[a-]", r"[-a]", r"[:a]",
    r"\pL+", r"\p{Lu}", r"\P{L}", r"\p{^L}", r"\p{Greek}", r"\p{Han}+", r"[\p{Lu}\d]", r"[^\p{L}]", r"\pN", r"(?i)abc", r"(?i)[a-c]+",
    r"(?i)k", r"(?i)s", "(?i)ÉÖ", "(?i)[é-ö]", r"(?i)[^k]", r"(?i:A)b", r"(?i)a(?-i)b", r"a(?i)B|c", r"(?U)a+", r"(?U)a+?", r"(?U)a{1,2}",
    r"(?P<n>a)(b)", r"(?:a)(b)", r"\x61", r"\x{1F600}|\x{e9}", r"\141", r"\07", r"\0", r"\t|\n", r"\Qa.b\E", r"\Q[x]{2}(y)*", r"\.|\[|\\",
    r"\_|\-", "[é-ö]", "é|日", r"((a)|(b))*", r"(a)|b", r"(a+)(b+)", r"(.)(.)", r"^$", r"$", r"^", r"(?m)$", r"(?m)^", r"^*", r"(^)*a",
    r"(?:a?){3}", r"(a?)*?b", r"(?:(?:a*)+b)*", r"x*", r"[^\n]", r"[^a]", r"\pZ", r"(?s).", r"()", r"(|b)", r"a**?"[:2], r"\z", r"[\x00-\x7f]+",
    r"[^\x00-\x7f]+", r"(?i)straSSe|ß", r"\p{Any}", r"\p{Latin}+", r"[[:word:]]+", r"\pM", r"a||b", r"(?:|a|b)+", r"((((((((((a))))))))))",
]
R = tf.raw_ops


def several(some):
    """A case of several patterns: the words are stored once."""
    def build(x):
        return [R.StaticRegexFullMatch(input=x, pattern=p) for p in some] + [
            R.StaticRegexReplace(input=x, pattern=p, rewrite=r"<\0>") for p in some]
    return build


for i in range(0, len(patterns), 10):
    f.graph("StaticRegexReplace", several(patterns[i:i + 10]), [words])
for p in patterns[::7]:
    f.op("RegexFullMatch", [words, np.array(p.encode(), object)])
    f.op("RegexReplace", [words, np.array(p.encode(), object), np.array(rb"[\0]", object)], replace_global=False)
    f.op("StaticRegexReplace", [words], pattern=p, rewrite=r"-", replace_global=False)
for p, r in ((r"(a)(b)?", r"\2\1\\"), (r"(a+)(b+)", r"\2-\1"), (r"((a)|(b))+", r"{\1,\2,\3}"), (r"(a*?)(a*)", r"(\1|\2)"), (r"(\w)(\W*)", r"\2\1"),
             (r"a", r"\1"), (r"a", r"\q"), (r"a", "x\\"), (r"a", r"\\0"), (r"(?P<x>b)|a", r"[\1]"), (r"(a|ab)(c|bcd)?(d*)", r"\1,\2,\3"),
             (r"(.*)(\d+)", r"\1_\2"), (r"(.*?)(\d+)", r"\1_\2"), (r"(|a)(b?)", r"\1;\2"), (r"(?:(a)|b)*", r"<\1>"), (r"((a)b?)*", r"<\1\2>")):
    for g in (True, False):
        f.op("StaticRegexReplace", [words], pattern=p, rewrite=r, replace_global=g)
for p in ("(a", "a)", "[a", "*a", "+", "a|*", "(*)", "a**", "a*+", "a{2000}", "a{3,2}", "a{2}{3}", r"\1", r"\8", r"\g", r"\Z", r"\é", "(?=a)", "(?!a)",
          "(?<n>a)", "(?<=a)", "(?z)", "(?i", "(?", "(?-)", "(?i-)", "(?P<n", "(?P<1-a>x)", "(?P<>x)", "(?P=n)", r"\pX", r"\p{Foo}", r"\p{Lu", "[z-a]",
          r"[a-\d]", "[]", "[^", "[^]", "[a-", r"[\Z]", "a\\", r"[\\"[:2], r"\x{110000}", r"\xZ", r"\x1", r"\x{}", r"\x{41", "x{2}{2}", "((a{100}){100}){100}",
          "(a{10}){101}", "a??*", "(?:", "(?i:a", "[a\\", r"\p", "((a)", "a(b))c", "(?a)", "?", "{2}", "(?s-m-i)"):
    f.op("StaticRegexFullMatch", [words[:2]], pattern=p)
    f.op("RegexReplace", [words[:2], np.array(p.encode(), object), np.array(b"x", object)])
f.op("RegexFullMatch", [words[:3], np.array(b"a\0?", object)])
f.op("RegexFullMatch", [words, text([b"a"])])
f.op("RegexReplace", [words, text([b"a"]), np.array(b"x", object)])
f.op("RegexReplace", [words, np.array(b"a", object), text([b"x"])])
f.op("StaticRegexReplace", [np.zeros((0, 2), object)], pattern="a", rewrite="b")
f.op("StaticRegexFullMatch", [np.array(b"a", object)], pattern="a")
f.op("StaticRegexReplace", [text([b"a" * 60])], pattern="(a?){60}a{60}", rewrite="x")
f.op("StaticRegexFullMatch", [text([b"a" * 200, b"a" * 200 + b"b"])], pattern="(a*)*(a|aa)+$")
f.write()
