import type { Question, QuestionId } from "./interview.ts";

const YES_NO = [
  ["yes", "Yes"],
  ["no", "No"],
] as const;

/** Every question in plain words, with the reason for it. */
export const QUESTION_TEXTS: Readonly<Record<QuestionId, Question>> = {
  store: {
    asks: "Who runs the store?",
    why: "People have a right to know whose hands their data is in. The country decides how long tax law makes you keep orders.",
    fields: [
      {
        kind: "text",
        name: "legalName",
        label: "Name of the company or person",
        help: "As in the register of companies.",
      },
      { kind: "text", name: "tradingName", label: "Name of the store" },
      { kind: "country", name: "country", label: "Country" },
    ],
  },
  contact: {
    asks: "How can people reach you about their data?",
    why: "The policy must say so, and requests that come in any way count. California wants two ways.",
    fields: [
      { kind: "email", name: "email", label: "E-mail address" },
      {
        kind: "lines",
        name: "post",
        label: "Postal address",
        help: "It is published. An office or a mailbox service is better than a home.",
      },
    ],
  },
  officer: {
    asks: "Does somebody look after privacy in your store?",
    why: "Québec wants this person named. A data protection officer must be named where the law asks for one.",
    fields: [
      {
        kind: "text",
        name: "officer",
        label: "Name or title",
        help: "Leave it empty when there is nobody in particular.",
      },
      { kind: "email", name: "officerEmail", label: "Their e-mail address" },
      {
        kind: "one",
        name: "isDpo",
        label: "Are they a data protection officer under the GDPR?",
        help: "Most stores need none.",
        options: YES_NO,
      },
    ],
  },
  markets: {
    asks: "Where do you sell?",
    why: "Where your customers live decides which laws protect them, what the policy must say and what the banner asks.",
    fields: [{ kind: "countries", name: "countries", label: "Countries" }],
  },
  establishments: {
    asks: "Do you have an office or staff in Europe?",
    why: "A store outside that sells into the Union or the United Kingdom must name somebody there who speaks for it.",
    fields: [
      { kind: "one", name: "eea", label: "In the European Union, Iceland, Liechtenstein or Norway", options: YES_NO },
      { kind: "one", name: "uk", label: "In the United Kingdom", options: YES_NO },
    ],
  },
  representatives: {
    asks: "Who speaks for you in Europe?",
    why: "Only if you have no office there: people and authorities turn to this representative. The policy names them.",
    fields: [
      { kind: "text", name: "euName", label: "Representative in the European Union" },
      { kind: "lines", name: "euAddress", label: "Their address" },
      { kind: "text", name: "ukName", label: "Representative in the United Kingdom" },
      { kind: "lines", name: "ukAddress", label: "Their address" },
    ],
  },
  ads: {
    asks: "Do you advertise on other sites?",
    why: "Pixels of Meta, Google, TikTok and others follow people from shop to shop. That needs a yes in Europe, and a way out in the United States.",
    fields: [
      {
        kind: "one",
        name: "targeted",
        label: "Do you show people ads that fit what they looked at?",
        help: "With a pixel or a customer list: yes.",
        options: YES_NO,
      },
      { kind: "one", name: "sells", label: "Does anybody pay you for data of your customers?", options: YES_NO },
    ],
  },
  marketing: {
    asks: "Which messages do you send to win customers?",
    why: "Each needs its own yes, and its own line in the policy. Order confirmations are not meant.",
    fields: [
      {
        kind: "many",
        name: "channels",
        label: "Marketing by",
        options: [
          ["email-marketing", "E-mail"],
          ["sms-marketing", "Text message"],
        ],
      },
    ],
  },
  extras: {
    asks: "What else does your store offer?",
    why: "Each uses data for a purpose of its own, which the policy must name.",
    fields: [
      {
        kind: "many",
        name: "purposes",
        label: "We offer",
        options: [
          ["reviews", "Reviews of products"],
          ["loyalty", "Points and rewards"],
          ["returns", "Returns through a portal or service"],
          ["personalisation", "Recommendations made for each customer"],
        ],
      },
    ],
  },
  fraud: {
    asks: "Who decides what happens to an order that looks like fraud?",
    why: "People may not be refused by a program alone without being told, and without a way to have a person look.",
    fields: [
      {
        kind: "one",
        name: "decides",
        label: "It is decided by",
        options: [
          ["person", "One of us, after looking at it"],
          ["program", "A program: risky orders are cancelled by themselves"],
        ],
      },
      { kind: "one", name: "review", label: "Can a customer ask you to look again?", options: YES_NO },
    ],
  },
  age: {
    asks: "How old must your customers be?",
    why: "Children have stronger rights, and may not be shown ads that follow them.",
    fields: [
      { kind: "number", name: "minimumAge", label: "Youngest age in years", help: "Usually 16 or 18." },
      { kind: "one", name: "children", label: "Is the store made for children?", options: YES_NO },
    ],
  },
  sensitive: {
    asks: "Do you ask customers for any of these?",
    why: "The policy must name them, and health needs an express yes.",
    fields: [
      {
        kind: "many",
        name: "elements",
        label: "We ask for",
        options: [
          ["date-of-birth", "Date of birth"],
          ["photo", "Photos"],
          ["survey-answer", "Answers to surveys or quizzes"],
          ["health-data", "Health, allergies, or the like"],
        ],
      },
    ],
  },
  california: {
    asks: "How much do you sell in California?",
    why: "California's act binds larger businesses; they publish more. Most small stores may answer no.",
    fields: [
      {
        kind: "one",
        name: "threshold",
        label:
          "Is one of these true: more than 26 million dollars of turnover a year, data of 100,000 Californians, or half of the turnover from selling data?",
        options: YES_NO,
      },
      {
        kind: "one",
        name: "tenMillion",
        label: "Do you have data of more than 10 million Californians?",
        options: YES_NO,
      },
    ],
  },
  "do-not-track": {
    asks: "What do you do when a browser says “do not track”?",
    why: "California wants an answer in the policy, whatever it is. The newer signal, Global Privacy Control, is always honoured by the banner.",
    fields: [
      {
        kind: "one",
        name: "response",
        label: "Your store",
        options: [
          ["everywhere", "Follows it: no measuring and no advertising"],
          ["ignored", "Does nothing on it, as most stores do"],
        ],
      },
    ],
  },
  keeping: {
    asks: "How long do you keep data?",
    why: "Nothing may be kept for ever, and tax law says how long orders must be. Candor deletes what is past its period.",
    fields: [
      { kind: "number", name: "orderYears", label: "Orders and invoices, in years after the year of the order" },
      { kind: "number", name: "profileMonths", label: "Customers who do not come back, in months" },
      { kind: "number", name: "visitMonths", label: "Data of visits, in months" },
    ],
  },
};
