package org.clpworkbench.tensor;

import java.util.Optional;

/// The steps of a pickle that checkpoints are made of, under their names in Python's `pickletools`.
/// All others are unknown here.
enum PickleOpcode {
    MARK('('),
    STOP('.'),
    POP('0'),
    POP_MARK('1'),
    BINFLOAT('G'),
    BININT('J'),
    BININT1('K'),
    BININT2('M'),
    NONE('N'),
    BINPERSID('Q'),
    REDUCE('R'),
    BINSTRING('T'),
    SHORT_BINSTRING('U'),
    BINUNICODE('X'),
    EMPTY_LIST(']'),
    APPEND('a'),
    BUILD('b'),
    GLOBAL('c'),
    DICT('d'),
    APPENDS('e'),
    BINGET('h'),
    INST('i'),
    LONG_BINGET('j'),
    LIST('l'),
    BINPUT('q'),
    LONG_BINPUT('r'),
    SETITEM('s'),
    TUPLE('t'),
    SETITEMS('u'),
    EMPTY_DICT('}'),
    EMPTY_TUPLE(')'),
    PROTO(0x80),
    TUPLE1(0x85),
    TUPLE2(0x86),
    TUPLE3(0x87),
    NEWTRUE(0x88),
    NEWFALSE(0x89),
    LONG1(0x8a),
    SHORT_BINUNICODE(0x8c),
    BINUNICODE8(0x8d),
    STACK_GLOBAL(0x93),
    MEMOIZE(0x94),
    FRAME(0x95);

    private static final PickleOpcode[] BY_CODE = new PickleOpcode[256];

    static {
        for (PickleOpcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;

    PickleOpcode(int code) {
        this.code = code;
    }

    /// @param code an unsigned byte
    static Optional<PickleOpcode> of(int code) {
        return Optional.ofNullable(BY_CODE[code]);
    }
}
