package io.scupper.examples.realleaks.drivers;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;

/** Has each object advised, and by one advice more after it was. */
public final class SpringAopClasses {

    private static final MethodInterceptor TRACE = call -> call.proceed();

    private SpringAopClasses() {}

    public static void main(String[] args) throws Exception {
        Front.serve(() -> {
            var factory = new ProxyFactory(new Prices());
            factory.setProxyTargetClass(true);
            factory.addAdvice(TRACE);
            var prices = (Prices) factory.getProxy();
            ((Advised) prices).addAdvice(TRACE);
            if (prices.price() != 42) {
                throw new IllegalStateException("The price is another.");
            }
        });
    }

    /** What is advised. */
    public static class Prices {

        public int price() {
            return 42;
        }
    }
}
