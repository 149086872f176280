package io.scupper.heap.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Root;
import org.junit.jupiter.api.Test;

class ShapeTests {

    private static final Label HEAD = field("acme.List", "head");
    private static final Label NEXT = field("acme.Node", "next");

    @Test
    void theNodesOfAListAreOneShape() {
        Shape first = root("acme.List", "main", "").follow(HEAD, "acme.Node", false);

        assertThat(first.follow(NEXT, "acme.Node", false)).isSameAs(first);
        assertThat(first.repeats()).containsExactly("acme.Node.next");
    }

    @Test
    void whatTwoClassesRepeatInTurnIsOneShape() {
        Label toB = field("acme.A", "b");
        Label toA = field("acme.B", "a");
        Shape b = root("acme.A", "main", "").follow(toB, "acme.B", false);
        Shape a = b.follow(toA, "acme.A", false);

        assertThat(a.follow(toB, "acme.B", false)).isSameAs(b);
    }

    @Test
    void aMapInAMapIsAnotherShape() {
        Label value = Label.of(Label.Kind.VALUE);
        Shape map = root("acme.Maps", "main", "").follow(field("acme.Maps", "all"), "java.util.HashMap", true);

        assertThat(map.follow(value, "java.util.HashMap", true)).isNotSameAs(map);
    }

    @Test
    void threadsThatDifferByNumberHaveOneFingerprint() {
        String one = Fingerprint.of(root("java.lang.Thread", "http-8080-exec-1", ""));

        assertThat(Fingerprint.of(root("java.lang.Thread", "http-9090-exec-12", "")))
                .isEqualTo(one);
        assertThat(Fingerprint.of(root("java.lang.Thread", "mail-1", ""))).isNotEqualTo(one);
    }

    @Test
    void fieldsClassesAndFramesMakeTheFingerprint() {
        String one = Fingerprint.of(root("acme.List", "main", "acme.Main.main").follow(HEAD, "acme.Node", false));

        assertThat(Fingerprint.of(root("acme.List", "main", "acme.Main.run").follow(HEAD, "acme.Node", false)))
                .isNotEqualTo(one);
        assertThat(Fingerprint.of(root("acme.List", "main", "acme.Main.main").follow(NEXT, "acme.Node", false)))
                .isNotEqualTo(one);
        assertThat(Fingerprint.of(root("acme.List", "main", "acme.Main.main").follow(HEAD, "acme.Leaf", false)))
                .isNotEqualTo(one);
    }

    private static Shape root(String type, String thread, String frame) {
        return new Shape(null, Label.of(Label.Kind.ROOT), type, false, new Root(Root.Kind.LOCAL, 1, thread, frame));
    }

    private static Label field(String owner, String name) {
        return Label.of(Label.Kind.FIELD, new Field(owner, name));
    }
}
