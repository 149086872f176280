package io.scupper.examples.springboot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Knows the requests that are being answered, and tells their number as the metric {@code baskets_underway}. */
@Component
class RequestLog implements HandlerInterceptor {

    private final Map<String, RequestEntry> underway = new ConcurrentHashMap<>();
    private final boolean isRemedied;

    RequestLog(@Value("${baskets.build:remedied}") String build, MeterRegistry metrics) {
        this.isRemedied = build.equals("remedied");
        metrics.gaugeMapSize("baskets.underway", Tags.empty(), underway);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        underway.put(
                request.getRequestId(),
                new RequestEntry(request.getMethod() + " " + request.getRequestURI(), System.nanoTime()));
        return true;
    }

    /** The leak: this is not called when the handler throws. */
    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (!isRemedied) {
            underway.remove(request.getRequestId());
        }
    }

    /** The remedy: this is called however the request ends. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (isRemedied) {
            underway.remove(request.getRequestId());
        }
    }
}
