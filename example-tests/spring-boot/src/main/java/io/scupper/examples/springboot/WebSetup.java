package io.scupper.examples.springboot;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the log before the handlers. */
@Configuration
class WebSetup implements WebMvcConfigurer {

    private final String build;

    WebSetup(@Value("${baskets.build:remedied}") String build) {
        this.build = build;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequestLog(build.equals("remedied"))).addPathPatterns("/baskets/**");
    }
}
