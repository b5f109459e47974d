/** What is collected of people, how, and what it is called. */
export const COLLECTING = {
  "personal data":
    "personal data|information|info|details|particulars, personally identifiable information, personal _ information|data, customer|user|visitor|shopper data|information|details|record|list, your|you|their data|information|info|details|particulars|file, data|information|info|details _ about|on|concerning you, data|information relating|related|concerning, information|data _ we hold|have|collect|keep|process, data of a personal nature, identifiable information|data, private data|information|life",
  information: "data, information, info, detail, particulars, record, file, what we have|hold|know|got",
  collecting:
    "collect, gather, obtain, receive, record, capture, acquire, take down, take _ name|email|address|information|details, log, track, note, notice, get, save, ask _ for|to, ask you|shopper|customer, request, provide, give, furnish, submit, supply, enter, type, hand, tell us, share with us, transmit, store, need, require, pick up, learn, see, observe, monitor, know, receive, leave, fill, access, register, hold, process, treat, use, compile, detect, remember, look|looked at, caught, stare, communicate",
  automatically:
    "automatic, automatically, by itself, by automated means, each time _ visit|access|call, when|while you|visitor __ visit|browse|navigate|access|use|open, upon each visit, passive",
  "given by the person":
    "you provide|give|gave|submit|supply|enter|tell|hand|type|fill|furnish|choose|share, provided by you, information you, collected from you, directly from you, give us, provide us, tell us, you type in, ask shopper|customer|you",

  // device
  "IP address": "ip address|addr|adress, ip, internet protocol, ip no, address of your connection, network address",
  "operating system": "operating system, os version, platform version",
  "time zone": "time zone, timezone, time zone setting|settings",
  "device data":
    "device data|information|details|characteristic|identifier|id|type|model|attribute|specific|setting, type|kind|make|model|brand|sort of _ device|phone|computer|terminal|laptop|hardware|equipment, device you _ use|on, information|details|data about|of|from|on _ device|computer|gadget|phone|terminal, your|you|their|end device|gadget|computer|terminal|phone, unique device, device and, mac address, screen resolution, screen size, user agent, device or browser, browser and device, mobile device|network|carrier, hardware model, advertising id|identifier, device fingerprint, unique identifier, cookie identifier|id, computer|device used, device identifiers, technical data|information, software you use",
  "browser version":
    "browser type|version|kind|information|language|settings|plug|data|characteristic|software, type|kind|version|make of _ browser|navigator, browser used, used browser, web browser, browser user agent, browser and, browser or, the browser",
  "a device element":
    "ip address, internet protocol, operating system, time zone, browser, device, language, location, geolocation, isp, internet service? provider, user agent, cookie, screen, identifier, carrier, phone, computer, laptop, connection",
  // behaviour
  behaviour:
    "page|pages|product|item|site|website|section|content _ view|viewed|visit|visited|access|accessed|open|opened|request|requested|consult|consulted|seen|look|looked|browse|browsed|read|clicked, page view, viewed page|product|item, visit|visited|view|viewed|open|opened|look|looked|browse|browsed|see _ page|product|item|section|board, pages|products you __ view|visit|open|look|browse|see, product|item _ you view|viewed|look, search term|query|phrase|word|keyword|history, what you search, searches, refer url|page|site|website|link|source|uniform|web, referrer, referral source|url|site, exit page, landing page, site|website|page|link|source from|that|which __ came|reached|sent|brought|referred|arrived|come, link|links _ click, click, clicks, clickstream, scroll, mouse movement, heatmap, time spent|on, length|duration of _ visit|stay, how long you, date and time of, time and date, date time stamp, timestamp, interact|interaction|interacted _ with|site|website|service|content, how you __ interact|navigate|use|browse|move|reach|surf, how you __ use|used, browsing|browse history|behavior|activity|action|pattern|habit|data|record|information|session, navigation|navigational data|information|path|behavior, during the navigation, internet|online|web|site|website|network activity|usage, usage data|information|pattern|statistic|detail, use of the|our|this _ site|website|service|store|shop, cart activity, items _ add|added|put, wishlist, viewing history, user journey, website journey, page response, download error, browsing, what you do on|here|while, event, page|product|item|section|content __ you _ visit|view|viewed|see|look|open, time and date of, site|website|page|one you came|come|arrived|visited from|before|next, date and time of",
  "a name for device or usage data":
    "device information|data, usage data|information, log data|information, technical data|information, navigation|navigational data|information, behavioral|behavioural data, device and usage, log and usage, automatically collected information|data, automatic information, online activity data, analytics data, browsing data|information, connection data, visitor data",
  "depending on use": "depending on how, depend on how, depends on how",
  naming:
    "refer to _ as, refer _ as, call, called, name, known as, define, defined, so called, collectively, hereinafter, hereafter, below, term",

  // order
  "a name": "name, names, first name, surname, full name, last name, civility",
  "an address":
    "billing|shipping|delivery|postal|mailing|street|home|physical|residential|civic|invoice|geographic address|adress|details|particulars, billing and shipping|delivery|mailing, shipping and billing|delivery, delivery and billing, mailing and billing, name _ address|adress, name __ address, address|adress _ phone|email|telephone, your|you|their address|adress, you address, where you live, city and, zip|postal|post code, postcode, addresses",
  "payment details":
    "payment|pay information|data|details|method|card|instrument|reference|account|credential, credit card, debit card, card number|numbers|details|data|information, credit and debit, bank details|account|coordinate|information|data, financial information|data|details, method|means|form|way of payment, billing information|details, way you paid, proof of payment, paypal account",
  "an e-mail address": "email, email address, electronic mail address, electronic address, email addresses",
  "a phone number":
    "phone, phone number, telephone, telephone number, mobile number|phone, cell number|phone, contact number, digits, mobile",
  "contact details":
    "contact details|information|data|particulars, contact _ details, identifying particulars, identity data, order information|data|details, purchase information|details|history, transaction data|information",
  ordering:
    "order, orders, purchase, buy, buys, checkout, check out, transaction, shop, shopper, sale, sell, customer, ship, deliver, pay, buyer, contract, engage, request a quote, account, conclude, invoice, abandoned",
  "account data":
    "user name|names, username, password, passwords, security question, login|log|sign in? details|data|credential|information, account information|details|data|credential|profile|registration, create|open|opening|set|setting|register|creation|make|establish|registering _ account, customer account|profile|space, user account, account creation, log in credential, login credential, credentials, register|registering with us|for|on|an|to, registered user, registration details|data|information, your account, my account, if you have an account, an account",
  "messages to the store":
    "message|messages you|to us, include in _ message, customer support|service|care details|information|data|inquiry|enquiry|request|correspondence, correspondence, what you write|wrote, communication|communications with us, contact us __ collect|store|process|save|keep, write to us __ keep|collect|store, support information|request|inquiry|ticket, call|calls record, recording|recordings of _ call, content|text of _ message|email, information you __ message, message text, put in a message, you tell _ team, chat transcript, inquiry|enquiry details, when you contact, if you contact, feedback, keep|store|save _ message|inquiry|email, when|if you write to|email|contact us, support information",
  "what people post":
    "reviews and|or|ratings, product review|reviews, review platform|app, leave|write|post|submit|publish|give|in _ review|comment|rating|testimonial, comments or reviews, reviews or comments, rating, testimonial, user generated, user content, post|posts|publish _ content|photo|comment|review, comments you, content you|user _ post|submit|upload|share, photos and|or, survey, contest, comment|photo|review|picture|rating _ you post|leave|submit|upload|write",
  "sensitive data":
    "sensitive personal, sensitive data|information|category|detail, special category|categories, sensitive, racial, ethnic origin, religious, sexual orientation, health data|information, biometric, trade union, political opinion, genetic",
  "other sources":
    "from third party|parties, from _ third party|parties, from other|outside|external|public|others source|people|company, from _ partner|partners|vendor|affiliate|network|broker, third party|parties _ provide|share|give|send us, data broker|provider|supplier, social network|media _ provide, publicly available|accessible source|database|information, public source|database|record, from _ service provider, receive _ about you from, information from others|third|other, obtain _ from third|other|credit, credit bureau|agency|reference, credit check, creditworthiness, referral program, marketing affiliate, supplement, from social media, where we get, combine it with",
  "from the person alone": "from you directly, collected from you, from you",
  definition:
    "mean, means, meaning, refer to, refers to, refer, is any, are any, are all, is all, is information, is data, define, defined, definition, include, stand for, understood, any information, any data, all data, understand by, cover, when we use the term, when we talk|speak, comprise, one calls, calls",
  "who a person is":
    "identify|identified|identifiable|identifies _ individual|person|you|consumer, identifiable natural|individual|person|living, natural person, physical person, identify you, identifies you, identified from it, identifies _ relates, you can be _ identified, relate to you, relates to you, reasonably _ linked|associated|capable, individual or household, particular individual, living individual, uniquely identify, relating to an, device information and, order information and, device information or, both of them, both device, about an identifiable, who you are, work out who",
} as const;
