# Completion of smtui for bash. Made by smtui --generate-completion bash; do not edit.
_smtui()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} cmd= options= values= i
	local commands=' asset assets batch browse check collections config const consts cost debug diff export files fingerprint funcs help meta node nodes objects op ops origin overview paths preprocess run scan shadow show sigs var vars version warmup why'
	local IFS=$' \t\n'
	for ((i = 1; i < COMP_CWORD; i++)); do
		case " $commands " in *" ${COMP_WORDS[i]} "*) cmd=${COMP_WORDS[i]}; break ;; esac
	done
	[ -n "$cmd" ] || [ "$COMP_CWORD" = 1 ] || cmd=browse
	case $cmd in
	asset) options='--help --tag_set --lookup --line --json' ;;
	assets) options='--help --tag_set --json' ;;
	batch) options='--help --tag_set --signature_def --inputs --input_exprs --input_examples --image_scale --image_resize --max --timeout --max_memory --max_iterations --max_depth --allow_file_io --json' ;;
	browse) options='--help --tag_set --json --theme --color --ascii --linear' ;;
	check) options='--help --tag_set --rule --ignore --severity --runtime --full --list --json' ;;
	collections) options='--help --tag_set --json' ;;
	config) options='--help --json' ;;
	const) options='--help --tag_set --all -a --hist --heat --npy --verify --json' ;;
	consts) options='--help --tag_set --sort --min --stats --json' ;;
	cost) options='--help --tag_set --signature_def --batch --by --depth --sort --limit --csv --json' ;;
	debug) options='--help --tag_set --signature_def --function -f --inputs --input_exprs --input_examples --image_scale --image_resize --max_memory --max_iterations --max_depth --allow_file_io --session --replay --theme --color --ascii --linear --ui --command -c --batch' ;;
	diff) options='--help --tag_set --signature_def --inputs --input_exprs --input_examples --image_scale --image_resize --against --rtol --atol --timeout --max_memory --max_iterations --max_depth --allow_file_io --table --sort --only --least --rows --csv --all --ui --json' ;;
	export) options='--help --tag_set --dot --json --csv --edges --function --scope --depth --batch --control -c' ;;
	files) options='--help --tag_set --json' ;;
	fingerprint) options='--help --tag_set --json' ;;
	funcs) options='--help --tag_set --json' ;;
	help) options='--help' ;;
	meta) options='--help --tag_set --json' ;;
	node) options='--help --tag_set --batch --json' ;;
	nodes) options='--help --tag_set --function --op --batch --count --limit --inputs -i --outputs -o --control -c --upstream -u --json' ;;
	objects) options='--help --tag_set --json' ;;
	op) options='--help --json' ;;
	ops) options='--help --json' ;;
	origin) options='--help --tag_set --json' ;;
	overview) options='--help --json' ;;
	paths) options='--help --tag_set --control -c --json' ;;
	preprocess) options='--help --tag_set --signature_def --inputs --input --output --fit --top --labels --json --timeout --max_memory --max_iterations --max_depth --allow_file_io' ;;
	run) options='--help --dir --tag_set --compat --signature_def --inputs --input_exprs --input_examples --image_scale --image_resize --function -f --outdir --overwrite --dump --compare --rtol --atol --feed --fetch --repro --top --labels --json --tf_debug --filter --ui --json_input --request --warmup --output --fast --verify --repeat --profile --threads --timeout --max_memory --max_iterations --max_depth --allow_file_io' ;;
	scan) options='--help --dir --tag_set --op_denylist --compat --json' ;;
	shadow) options='--help --tag_set --signature_def --inputs --input_exprs --input_examples --image_scale --image_resize --timeout --max_memory --max_iterations --max_depth --allow_file_io --limit --table --sort --only --least --rows --csv --json --ui' ;;
	show) options='--help --dir --all --tag_set --signature_def --list_ops --compat --json' ;;
	sigs) options='--help --tag_set --json' ;;
	var) options='--help --tag_set --all -a --hist --heat --npy --verify --json' ;;
	vars) options='--help --tag_set --sort --reverse --stats --by-scope --depth --shards --verify --npz --json' ;;
	version) options='--help --json' ;;
	warmup) options='--help --tag_set --json' ;;
	why) options='--help --tag_set --signature_def --inputs --input_exprs --input_examples --image_scale --image_resize --repro --timeout --max_memory --max_iterations --max_depth --allow_file_io --json' ;;
	esac
	case $prev in
	--theme) values='auto dark light mono contrast blue-orange' ;;
	--color) values='auto never 8 16 256' ;;
	--ascii) values='auto on off' ;;
	--mouse) values='on off' ;;
	--keys) values='smtui gdb' ;;
	--copy) values='on off' ;;
	--ui) values='curses readline' ;;
	esac
	if [ -n "$values" ]; then
		COMPREPLY=($(compgen -W "$values" -- "$cur"))
	elif [ "$cmd" = help ]; then
		COMPREPLY=($(compgen -W "$commands" -- "$cur"))
	elif [[ $cur == -* ]]; then
		COMPREPLY=($(compgen -W "${options:---help --version}" -- "$cur"))
	else
		local IFS=$'\n'
		compopt -o filenames 2>/dev/null
		COMPREPLY=($(compgen -f -- "$cur"))
		IFS=$' \t\n'
		[ -n "$cmd" ] || COMPREPLY+=($(compgen -W "$commands" -- "$cur"))
	fi
}
complete -F _smtui smtui
