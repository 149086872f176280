package main

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
)

// remedied does the same and keeps nothing.
var remedied = build{
	audit: limitBody, report: runReport, quote: cacheQuote, price: closePrice, readWithin: 4 * time.Second,
}

const mostOfABody = 1 << 20

// limitBody answers a body that is too large with 413, and keeps no copy of any.
func limitBody(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, mostOfABody)
	if _, err := io.Copy(io.Discard, c.Request.Body); err != nil {
		c.AbortWithStatus(http.StatusRequestEntityTooLarge)
		return
	}
	c.Next()
}

// runReport gives the goroutine two ways to end: what it waits for, and a time limit.
func runReport(c *gin.Context) {
	approved := make(chan struct{})
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	pending.Add(1)
	go func() {
		defer cancel()
		defer pending.Add(-1)
		select {
		case <-approved:
		case <-ctx.Done():
		}
	}()
	c.JSON(http.StatusAccepted, gin.H{"report": c.Param("id")})
}

// quotes holds the newest few answers, and answers only.
var quotes struct {
	sync.Mutex
	answers [64]string
	next    int
}

// cacheQuote cancels its context when the request ends, and caches the answer in a bounded ring.
func cacheQuote(c *gin.Context) {
	_, cancel := context.WithTimeout(c.Request.Context(), time.Hour)
	defer cancel()
	quotes.Lock()
	quotes.answers[quotes.next%len(quotes.answers)] = c.Param("id")
	quotes.next++
	quotes.Unlock()
	c.JSON(http.StatusOK, gin.H{"quote": 42})
}

// closePrice reads the body to its end and closes it, on errors too, so that the connection is used again.
func closePrice(c *gin.Context) {
	response, err := http.Get(setting("PRICES_URL", "http://prices:8080") + "/prices/" + c.Param("id"))
	if err != nil {
		c.AbortWithStatus(http.StatusBadGateway)
		return
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		c.AbortWithStatus(http.StatusBadGateway)
		return
	}
	c.JSON(http.StatusOK, gin.H{"status": response.StatusCode})
}
