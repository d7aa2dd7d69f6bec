package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the few allowed calls of a checkpoint's pickle make: dicts, storages and tensors.
///
/// Source: <https://github.com/pytorch/pytorch/blob/main/torch/_utils.py>
final class PickleCalls {
    private final PickleInput in;
    private final PickleBudget budget;
    private final Map<String, PickledStorage> storages = new HashMap<>();

    PickleCalls(PickleInput in, PickleBudget budget) {
        this.in = in;
        this.budget = budget;
    }

    /// @param at the byte of the file where the call stands
    PickleValue call(PickleValue function, PickleValue arguments, long at) throws IOException {
        if (!(function instanceof PickleGlobal.Call call)) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.call", function.kind()));
        }
        List<PickleValue> given = sequence(arguments, at);
        return switch (call) {
            case ORDERED_DICT -> orderedDict(given, at);
            case SIZE -> new PickleValue.Tuple(sequence(item(given, 0, at), at));
            case REBUILD_TENSOR, REBUILD_TENSOR_V2 -> tensor(given, at);
            case REBUILD_TENSOR_V3 -> typedTensor(given, at);
            case REBUILD_PARAMETER, REBUILD_PARAMETER_WITH_STATE -> parameter(given, at);
            case REBUILD_FROM_TYPE -> fromType(given, at);
        };
    }

    private PickleValue orderedDict(List<PickleValue> given, long at) throws IOException {
        var dict = new PickleValue.Dict();
        if (!given.isEmpty()) {
            List<PickleValue> pairs = sequence(given.getFirst(), at);
            budget.spend(pairs.size(), at);
            for (PickleValue pair : pairs) {
                List<PickleValue> both = sequence(pair, at);
                set(dict, item(both, 0, at), item(both, 1, at), at);
            }
        }
        return dict;
    }

    /// @throws MalformedTensorFileException when the key is no text or is there already
    void set(PickleValue.Dict dict, PickleValue key, PickleValue value, long at)
            throws MalformedTensorFileException {
        if (!(key instanceof PickleValue.Text name)) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.key", key.kind()));
        }
        if (dict.items().putIfAbsent(name.value(), value) != null) {
            throw in.fault(
                    at, Sentence.of(PickleCalls.class, "pickle.twice", Wording.name(name.value())));
        }
    }

    /// `(storage, offset, shape, strides)`, then `requires_grad`, `hooks` and `metadata`.
    private PickledTensor tensor(List<PickleValue> given, long at) throws IOException {
        PickledStorage storage = storageOf(given, at);
        if (given.size() > 6) {
            checkPlain(given.get(6), at);
        }
        return view(storage, storage.dtype(), given, at);
    }

    /// As {@link #tensor}, with the element type between `hooks` and `metadata`.
    private PickledTensor typedTensor(List<PickleValue> given, long at) throws IOException {
        if (!(item(given, 6, at) instanceof PickleGlobal.ElementType element)) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.type", given.get(6).kind()));
        }
        if (given.size() > 7) {
            checkPlain(given.get(7), at);
        }
        return view(storageOf(given, at), element.dtype(), given, at);
    }

    /// A tensor may be marked as the negative or the conjugate of what its storage holds.
    private void checkPlain(PickleValue metadata, long at) throws IOException {
        boolean plain =
                metadata == PickleValue.Constant.NONE
                        || (metadata instanceof PickleValue.Dict dict && dict.items().isEmpty());
        if (!plain) {
            throw in.refusal(at, Sentence.of(PickleCalls.class, "refused.negated"));
        }
    }

    private PickledStorage storageOf(List<PickleValue> given, long at) throws IOException {
        if (item(given, 0, at) instanceof PickledStorage storage) {
            return storage;
        }
        throw in.fault(
                at, Sentence.of(PickleCalls.class, "pickle.storage", given.getFirst().kind()));
    }

    private PickledTensor view(
            PickledStorage storage, DType dtype, List<PickleValue> given, long at)
            throws IOException {
        budget.spend(PickleBudget.TENSOR, at);
        long offset = number(item(given, 1, at), at);
        List<Long> shape = numbers(item(given, 2, at), at);
        List<Long> strides = numbers(item(given, 3, at), at);
        try {
            var view = new StridedView(dtype, offset, shape, strides);
            if (view.reach() > storage.bytes()) {
                throw in.fault(
                        at,
                        Sentence.of(
                                PickleCalls.class,
                                "pickle.reach",
                                view.reach(),
                                Wording.name(storage.key()),
                                storage.bytes()));
            }
            return new PickledTensor(storage, view, at);
        } catch (ToldArgumentException nonsense) {
            throw in.fault(at, nonsense.told().orElseThrow());
        }
    }

    /// `(tensor, requires_grad, hooks)`, and sometimes attributes.
    private PickledTensor parameter(List<PickleValue> given, long at) throws IOException {
        if (item(given, 0, at) instanceof PickledTensor tensor) {
            return tensor;
        }
        throw in.fault(
                at, Sentence.of(PickleCalls.class, "pickle.parameter", given.getFirst().kind()));
    }

    /// `(function, class, arguments, attributes)`: a tensor or parameter with attributes.
    private PickleValue fromType(List<PickleValue> given, long at) throws IOException {
        if (item(given, 0, at) == PickleGlobal.Call.REBUILD_FROM_TYPE
                || !(item(given, 1, at) instanceof PickleGlobal.TensorType)) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.class"));
        }
        return call(given.get(0), item(given, 2, at), at);
    }

    /// What the persistent id `("storage", class, key, device, elements)` stands for; a sixth item,
    /// which the legacy format has, is None but for views of storages.
    PickledStorage storage(PickleValue id, long at) throws IOException {
        List<PickleValue> parts = sequence(id, at);
        if (!(item(parts, 0, at) instanceof PickleValue.Text tag)
                || !tag.value().equals("storage")
                || !(item(parts, 1, at) instanceof PickleGlobal.StorageType type)
                || !(item(parts, 2, at) instanceof PickleValue.Text key)) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.persistent"));
        }
        if (parts.size() > 5 && parts.get(5) != PickleValue.Constant.NONE) {
            throw in.refusal(at, Sentence.of(PickleCalls.class, "refused.view"));
        }
        long elements = number(item(parts, 4, at), at);
        if (elements < 0 || elements > Long.MAX_VALUE / type.dtype().bytes()) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.size", elements));
        }
        long bytes = elements * type.dtype().bytes();
        var storage =
                storages.computeIfAbsent(
                        key.value(), name -> new PickledStorage(name, bytes, type.dtype(), at));
        if (storage.bytes() != bytes || storage.dtype() != type.dtype()) {
            throw in.fault(
                    at,
                    Sentence.of(PickleCalls.class, "pickle.changed", Wording.name(key.value())));
        }
        return storage;
    }

    /// All that were spoken of, by key.
    Map<String, PickledStorage> storages() {
        return storages;
    }

    private List<Long> numbers(PickleValue value, long at) throws IOException {
        List<PickleValue> items = sequence(value, at);
        int used = Math.min(items.size(), StridedView.MOST_DIMENSIONS + 1);
        budget.spend(used, at);
        var numbers = new ArrayList<Long>(used);
        for (PickleValue item : items.subList(0, used)) {
            numbers.add(number(item, at));
        }
        return numbers;
    }

    private long number(PickleValue value, long at) throws MalformedTensorFileException {
        if (value instanceof PickleValue.Int number) {
            return number.value();
        }
        throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.number", value.kind()));
    }

    private List<PickleValue> sequence(PickleValue value, long at)
            throws MalformedTensorFileException {
        if (value instanceof PickleValue.Tuple tuple) {
            return tuple.items();
        }
        if (value instanceof PickleValue.Items list) {
            return list.items();
        }
        throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.sequence", value.kind()));
    }

    private PickleValue item(List<PickleValue> items, int index, long at)
            throws MalformedTensorFileException {
        if (index >= items.size()) {
            throw in.fault(at, Sentence.of(PickleCalls.class, "pickle.few", items.size()));
        }
        return items.get(index);
    }
}
