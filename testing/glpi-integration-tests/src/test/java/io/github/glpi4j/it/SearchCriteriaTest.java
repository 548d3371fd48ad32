package io.github.glpi4j.it;

import static io.github.glpi4j.search.Condition.allOf;
import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.SearchOption;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiRequest;
import io.github.glpi4j.testkit.internal.api.ParameterReader;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.search.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random trees of conditions, as GLPI reads them: the same tree comes back, by GET and by POST. */
@Timeout(300)
class SearchCriteriaTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    /** Of these, GLPI ignores the "not". */
    private static final Set<String> NUMBERS =
            Set.of("number", "integer", "count", "decimal", "mio", "percentage", "progressbar", "timestamp");

    private static final int TREES = 100;
    private static final int DEPTH = 4;

    private static final List<String> VALUES = List.of(
            "&",
            "=",
            "%",
            "+",
            " ",
            "a b",
            "#?;",
            "[0]",
            "]",
            "\"",
            "'",
            "\\",
            "<b>",
            "é€",
            "\uD83D\uDE00",
            "^x$",
            "NULL",
            "0",
            "true",
            "null",
            "\t",
            "%41",
            "&amp;",
            "/",
            "x".repeat(100));

    private final FakeGlpi fake = GLPI.fake();

    /** The conditions of a query, and what GLPI is to read. */
    private record Tree(Condition condition, Criterion criterion) {}

    /** Random trees with the search options of a server. */
    private static final class Trees {

        private final Random random;
        private final Map<String, List<SearchOption>> options;

        Trees(long seed, Map<String, List<SearchOption>> options) {
            this.random = new Random(seed);
            this.options = options;
        }

        private <T> T oneOf(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        Tree tree(int depth) {
            return depth == 0 || random.nextInt(3) == 0 ? leaf() : random.nextBoolean() ? group(depth) : chain(depth);
        }

        private Tree leaf() {
            String meta = random.nextInt(4) == 0 ? oneOf(List.of("Software", "Monitor")) : "";
            SearchOption option = oneOf(options.getOrDefault(meta.isEmpty() ? "Computer" : meta, List.of()));
            String type = oneOf(option.searchTypes());
            type = NUMBERS.contains(option.datatype()) && type.equals("notcontains") ? "contains" : type;
            String value = oneOf(VALUES) + (random.nextBoolean() ? oneOf(VALUES) : "");
            String id = String.valueOf(option.id());
            Condition.Field named = meta.isEmpty() ? field(id) : field(meta, id);
            return new Tree(named.matches(type, value), new Criterion(false, false, meta, id, type, value, List.of()));
        }

        /** {@code allOf} or {@code anyOf}. */
        private Tree group(int depth) {
            boolean or = random.nextBoolean();
            List<Tree> members = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                members.add(tree(depth - 1));
            }
            Condition[] conditions = members.stream().map(Tree::condition).toArray(Condition[]::new);
            List<Criterion> criteria = new ArrayList<>();
            members.forEach(member -> criteria.add(linked(member, or && !criteria.isEmpty(), false)));
            return new Tree(or ? anyOf(conditions) : allOf(conditions), groupOf(criteria));
        }

        /** {@code a.and(b).and(c)}, with one link throughout. */
        private Tree chain(int depth) {
            Condition.Link link = oneOf(List.of(Condition.Link.values()));
            boolean or = link.word().startsWith("OR");
            boolean negated = link.word().endsWith("NOT");
            Tree first = leaf();
            Condition chain = first.condition();
            List<Criterion> criteria = new ArrayList<>(List.of(first.criterion()));
            for (int i = random.nextInt(3); i >= 0; i--) {
                Tree next = tree(depth - 1);
                chain = switch (link) {
                    case AND -> chain.and(next.condition());
                    case OR -> chain.or(next.condition());
                    case AND_NOT -> chain.andNot(next.condition());
                    case OR_NOT -> chain.orNot(next.condition());
                };
                criteria.add(linked(next, or, negated));
            }
            return new Tree(chain, groupOf(criteria));
        }

        private static Criterion linked(Tree tree, boolean or, boolean negated) {
            Criterion own = tree.criterion();
            return new Criterion(or, negated, own.meta(), own.field(), own.searchType(), own.value(), own.group());
        }

        private static Criterion groupOf(List<Criterion> criteria) {
            return new Criterion(false, false, "", "", "", "", List.copyOf(criteria));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTreeOfConditionsComesBack(Way way) {
        try (GlpiClient glpi = way.client(fake.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .build()) {
            GlpiSession session = glpi.session();
            Map<String, List<SearchOption>> options = new LinkedHashMap<>();
            for (String itemtype : List.of("Computer", "Software", "Monitor")) {
                options.put(
                        itemtype,
                        comparable(way.run(session.listSearchOptions(itemtype)).all()));
            }
            Condition filler = field("name").contains("y".repeat(4_000));
            int gets = 0;
            for (int i = 0; i < TREES; i++) {
                long seed = 31L * way.name().hashCode() + i;
                Tree tree = new Trees(seed, options).tree(DEPTH);
                List<Criterion> top = tree.criterion().group().isEmpty()
                        ? List.of(tree.criterion())
                        : tree.criterion().group();
                fake.clearRequests();
                way.run(session.search("Computer").where(tree.condition()));
                way.run(session.search("Computer").where(tree.condition()).where(filler));
                List<GlpiRequest> sent = fake.requests();
                assertThat(sent).hasSize(2);
                gets += sent.get(0).method().equals("GET") ? 1 : 0;
                assertThat(read(sent.get(0))).as("seed %d", seed).isEqualTo(top);
                assertThat(sent.get(1).method()).isEqualTo("POST");
                assertThat(read(sent.get(1)))
                        .as("seed %d, POST", seed)
                        .hasSize(2)
                        .startsWith(tree.criterion());
            }
            assertThat(gets).isGreaterThan(TREES / 2);
        }
    }

    private static List<SearchOption> comparable(List<SearchOption> options) {
        return options.stream()
                .filter(option -> option.searchable() && !option.searchTypes().isEmpty())
                .toList();
    }

    private static List<Criterion> read(GlpiRequest request) {
        return Criterion.read(ParameterReader.read(request, Set.of(), GlpiVersion.of("10.0.19"))
                .get("criteria"));
    }
}
