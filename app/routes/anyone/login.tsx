/** Where someone lands who opens the app outside Shopify admin. It never asks for a shop's address. */
export default function Login() {
  return (
    <main style={{ fontFamily: "system-ui, sans-serif", maxWidth: "34rem", margin: "20vh auto", padding: "0 1.5rem" }}>
      <h1>Candor</h1>
      <p>Candor works inside Shopify. Open your Shopify admin and choose Candor under Apps.</p>
    </main>
  );
}
