package io.scupper.examples.springboot;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the log before the handlers. */
@Configuration
class WebSetup implements WebMvcConfigurer {

    private final RequestLog log;

    WebSetup(RequestLog log) {
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(log).addPathPatterns("/baskets/**");
    }
}
