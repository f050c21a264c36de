/** What a host needs to test its own store and its own embedder: contracts to inherit, fakes to pass in. */
package io.github.activeia.rag.testing;
