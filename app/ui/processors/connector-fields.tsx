import { Checkbox, TextField } from "@shopify/polaris";
import { CREDENTIAL_WORDS } from "./connector-words.ts";
import { errorOf, type FormPart } from "./entered.ts";

/** What this way of asking needs to know. */
export function ConnectorFields(part: FormPart) {
  const { connector } = part.entered;
  return (
    <>
      {connector === "webhook" && <AddressField {...part} />}
      <ContactField {...part} />
      {CREDENTIAL_WORDS[connector] && <CredentialField {...part} />}
      {connector === "google-analytics" && <PropertyFields {...part} />}
      {connector === "mailchimp" && <AudiencesField {...part} />}
      {connector === "by-hand" && <StepsField {...part} />}
      <LinkField {...part} />
    </>
  );
}

function AddressField({ entered, problems, onChange }: FormPart) {
  return (
    <TextField
      label="Address"
      type="url"
      placeholder="https://example.com/privacy"
      helpText="Where the company takes Candor’s calls. https only."
      value={entered.url}
      onChange={(url) => {
        onChange({ url });
      }}
      autoComplete="off"
      {...errorOf(problems, "url")}
    />
  );
}

function ContactField({ entered, problems, onChange }: FormPart) {
  const isAsked = entered.connector === "email";
  return (
    <TextField
      label="Privacy contact"
      type="email"
      placeholder="privacy@example.com"
      helpText={
        isAsked
          ? "Requests go to this address: it stands in the company’s privacy policy, or in your contract with them."
          : "Whom your staff can write to when something is not right. Not needed for asking."
      }
      value={entered.contact}
      onChange={(contact) => {
        onChange({ contact });
      }}
      autoComplete="off"
      {...errorOf(problems, "contact")}
    />
  );
}

function CredentialField({ entered, problems, hasCredential, onChange }: FormPart) {
  const words = CREDENTIAL_WORDS[entered.connector];
  const isFile = entered.connector === "google-analytics";
  const kept = hasCredential ? "One is kept, encrypted, and never shown again. Leave this empty to keep it. " : "";
  return (
    <TextField
      label={words?.label ?? ""}
      helpText={kept + (words?.help ?? "")}
      {...(isFile ? { multiline: 4 } : { type: "password" as const })}
      value={entered.credential}
      onChange={(credential) => {
        onChange({ credential });
      }}
      autoComplete="off"
      spellCheck={false}
      monospaced
      {...errorOf(problems, "credential")}
    />
  );
}

function PropertyFields({ entered, problems, onChange }: FormPart) {
  return (
    <>
      <TextField
        label="Property number"
        inputMode="numeric"
        helpText="Google Analytics: Admin, Property details. Digits only, not the G-… of the tag."
        value={entered.property}
        onChange={(property) => {
          onChange({ property });
        }}
        autoComplete="off"
        {...errorOf(problems, "property")}
      />
      <Checkbox
        label="Your store sends Shopify’s customer number as the User-ID"
        checked={entered.hasCustomerIds}
        onChange={(hasCustomerIds) => {
          onChange({ hasCustomerIds });
        }}
      />
    </>
  );
}

function AudiencesField({ entered, problems, onChange }: FormPart) {
  return (
    <TextField
      label="Audiences"
      helpText="Ids of the audiences to look in, with commas. Empty: all of the account."
      value={entered.audiences}
      onChange={(audiences) => {
        onChange({ audiences });
      }}
      autoComplete="off"
      {...errorOf(problems, "audiences")}
    />
  );
}

function StepsField({ entered, onChange }: FormPart) {
  return (
    <TextField
      label="Steps"
      multiline={3}
      maxLength={1000}
      helpText="Your own words for your staff: who has the login, what to look for. They stand before Candor’s own steps."
      value={entered.steps}
      onChange={(steps) => {
        onChange({ steps });
      }}
      autoComplete="off"
    />
  );
}

function LinkField({ entered, problems, onChange }: FormPart) {
  return (
    <TextField
      label="Link to the company’s own page"
      type="url"
      helpText="Where your staff looks up a person, for what is done by hand."
      value={entered.link}
      onChange={(link) => {
        onChange({ link });
      }}
      autoComplete="off"
      {...errorOf(problems, "link")}
    />
  );
}
