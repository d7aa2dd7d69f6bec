package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a checkpoint's pickle may be made of. Lists and dicts may hold themselves, as in Python: no
/// code may compare, hash or print a value as a whole.
sealed interface PickleValue
        permits PickleValue.Plain, PickleGlobal, PickledStorage, PickledTensor {
    /// How a message calls a value of this kind ("a list").
    Sentence kind();

    /// Values that any pickle may hold.
    sealed interface Plain extends PickleValue {}

    /// Python's None, True and False.
    enum Constant implements Plain {
        NONE,
        TRUE,
        FALSE;

        @Override
        public Sentence kind() {
            return this == NONE
                    ? Sentence.of(PickleValue.class, "kind.none")
                    : Sentence.of(PickleValue.class, "kind.bool");
        }
    }

    record Int(long value) implements Plain {
        @Override
        public Sentence kind() {
            return Sentence.of(PickleValue.class, "kind.int");
        }
    }

    record Real(double value) implements Plain {
        @Override
        public Sentence kind() {
            return Sentence.of(PickleValue.class, "kind.float");
        }
    }

    record Text(String value) implements Plain {
        @Override
        public Sentence kind() {
            return Sentence.of(PickleValue.class, "kind.text");
        }
    }

    record Tuple(List<PickleValue> items) implements Plain {
        @Override
        public Sentence kind() {
            return Sentence.of(PickleValue.class, "kind.tuple");
        }
    }

    record Items(List<PickleValue> items) implements Plain {
        Items() {
            this(new ArrayList<>(0));
        }

        @Override
        public Sentence kind() {
            return Sentence.of(PickleValue.class, "kind.list");
        }
    }

    /// A dict, ordered or not; keys other than texts are refused where they are set.
    record Dict(SequencedMap<String, PickleValue> items) implements Plain {
        Dict() {
            this(new LinkedHashMap<>());
        }

        @Override
        public Sentence kind() {
            return Sentence.of(PickleValue.class, "kind.dict");
        }
    }
}
