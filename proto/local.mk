# proto: our .proto files (compiled at build time), the wire walker, the text format.
PROTO_FILES = proto/graph.proto proto/saved_model.proto proto/around.proto
EXTRA_DIST += $(PROTO_FILES)
PROTO_MADE = \
	proto/graph.pb-c.c proto/graph.pb-c.h \
	proto/saved_model.pb-c.c proto/saved_model.pb-c.h \
	proto/around.pb-c.c proto/around.pb-c.h
nodist_libsmtui_a_SOURCES += $(PROTO_MADE)
BUILT_SOURCES += $(PROTO_MADE)
CLEANFILES += $(PROTO_MADE)
libsmtui_a_SOURCES += proto/text.c proto/text.h proto/type.c proto/type.h proto/wire.c \
	proto/wire.h

proto/graph.pb-c.c: $(srcdir)/proto/graph.proto
	$(AM_V_GEN)$(MKDIR_P) proto && $(PROTOC_C) -I$(srcdir) --c_out=. $(srcdir)/proto/graph.proto
proto/graph.pb-c.h: proto/graph.pb-c.c
proto/saved_model.pb-c.c: $(srcdir)/proto/saved_model.proto $(srcdir)/proto/graph.proto
	$(AM_V_GEN)$(MKDIR_P) proto && $(PROTOC_C) -I$(srcdir) --c_out=. $(srcdir)/proto/saved_model.proto
proto/saved_model.pb-c.h: proto/saved_model.pb-c.c
proto/around.pb-c.c: $(srcdir)/proto/around.proto $(srcdir)/proto/saved_model.proto $(srcdir)/proto/graph.proto
	$(AM_V_GEN)$(MKDIR_P) proto && $(PROTOC_C) -I$(srcdir) --c_out=. $(srcdir)/proto/around.proto
proto/around.pb-c.h: proto/around.pb-c.c
