package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.tck.CallerContext;
import java.util.List;
import java.util.stream.Stream;

/** The contexts of the reference transport: loops that may block and loops that must not. */
public record LoopContext(String name, boolean mustNotBlock, Loop loop) implements CallerContext {

    public static Stream<CallerContext> some() {
        List<LoopContext> all = List.of(
                of("event loop 1", true), of("event loop 2", true), of("worker 1", false), of("worker 2", false));
        return all.stream().map(CallerContext.class::cast).onClose(() -> all.forEach(context -> context.loop.close()));
    }

    private static LoopContext of(String name, boolean mustNotBlock) {
        return new LoopContext(name, mustNotBlock, new Loop(mustNotBlock));
    }

    @Override
    public void run(Runnable task) {
        loop.execute(task);
    }

    @Override
    public boolean isCurrent() {
        return loop.isCurrent();
    }
}
