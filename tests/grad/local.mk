# tests/grad: gradients of the op cases against TensorFlow's (tests/recipes/gradients.py makes them).
check_PROGRAMS += tests/grad/grad_cases
tests_grad_grad_cases_SOURCES = tests/grad/grad_cases.c tests/ops/case_file.c tests/ops/case_file.h
tests_grad_grad_cases_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/grad/grad.sh
check_PROGRAMS += tests/grad/grad_models
tests_grad_grad_models_SOURCES = tests/grad/grad_models.c tests/ops/case_file.c tests/ops/case_file.h \
	tests/unit/answers.c tests/unit/answers.h
tests_grad_grad_models_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
