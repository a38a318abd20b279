# Commands. Names: lower case, no spaces, at most 32 characters; descriptions: at most 100.

command-ask = ask
command-ask-does = Ask the article; the answer quotes it word for word
option-question = question
option-question-does = Your question, in your own words
option-article = article
option-article-does = Which article, where there are several
option-private = private
option-private-does = Show the answer to you alone
menu-ask = Ask the article
command-topics = topics
command-topics-does = What you can ask about
command-article = article
command-article-does = Read the article
command-about = about
command-about-does = What this bot is, and what it keeps
command-knowledge = knowledge
command-knowledge-does = For the owners of this bot
command-status = status
command-status-does = What is loaded: articles, entries, hashes
command-reload = reload
command-reload-does = Load the knowledge anew, without a restart
command-forget = forget
command-forget-does = What is kept of you, and a button that erases it
command-settings = settings
command-settings-does = Language, who sees answers, and channels, for this server

# Replies. The first words of each kind tell it from the others.

did-you-mean = **I am not sure what you mean.** Did you mean:
not-sure = **I am not sure what you mean.** Could you ask in other words?
contradicted = The article says { $known }, not { $asked }.
understood-as = Understood as: { $question } If that is not what you meant, ask it in full.
also-left = You also asked “{ $question }”. Please ask that by itself.
closest-passage = **Closest in the article:**
off-topic = **Off topic.** I answer questions about { $articles }. Ask me about { $topics }.
off-topic-examples = **Off topic.** I answer questions about { $articles }. Ask me, for example: { $questions }
off-topic-bare = **Nothing near.** I find nothing near that in { $articles }. Ask in words that it may use: I show its closest passages.
greeting = **Hello.** Ask me about { $articles }, in your own words. You can ask about { $topics }; /topics lists everything.
greeting-examples = **Hello.** Ask me about { $articles }, in your own words. For example: { $questions } /topics lists everything.
greeting-bare = **Hello.** Ask me about { $articles }, in your own words. I show the closest passages: nobody has approved answers yet.
broken = **Something broke** on my side, so this is no answer. Please try again; if it stays so, tell the operator: { $id }
does-answer = The article does answer:
in-article = { $question } (in “{ $article }”)
source = { $told }, paragraph { $paragraph }
own-language = The quotes and approved texts are in { $language }, the language of the article.
passage-cut = The passage goes on; it is shortened here to fit a message.
passages-left-out = { $count } more in the article, paragraph { $paragraph }.
list-last = { $first } or { $last }

# Buttons: at most 80 characters, of which a phone shows about 35.

button-context = In context
button-related = Related
button-why = Why this answer
button-delete = Delete
button-source = Source
button-topics = Topics
button-about = About me
button-back = Back
button-on = Next
button-helpful = Helpful
button-unhelpful = Not helpful
button-wrong = This is wrong
button-erase = Erase what is kept of me

# What a button shows.

context-head = { $told }, paragraph { $paragraph } of { $paragraphs }. The passage is in bold, between ▶ and ◀.
context-place = Passage { $number } of { $count }
related-head = **Nearby questions** that the article answers. Choose one:
related-pick = Choose a question
related-none = The article answers no question nearby.
why-matched = Your question was matched with the approved wording “{ $phrasing }”. I am { $sure } % sure that it is meant; from { $least } % I answer.
why-words = Words in both: { $words }
why-word-spelling = { $word } (spelling mended)
why-word-stem = { $word } (another form)
why-word-synonym = { $word } (same meaning)
why-strange = Words of yours that are not in it: { $words }
why-doubt = What made me doubt: { $words }
why-runner-up = Next best: { $question }
why-proof = { $passages ->
    [one] A person approved the answer. Its passage was compared with the article, character by character, before I started.
   *[other] A person approved the answer. Its { $passages } passages were compared with the article, character by character, before I started.
}
why-changed = What I know has changed since: today this question gets another reply. Please ask again.
why-too-long = I keep no questions, and yours was too long for this button to carry, so I cannot say which of its words matched.
gone-entry = This question is no longer among those I answer. Please ask again; /topics lists what I know now.
gone-exchange = What you refer to is no longer among what I answer. Please ask it in full.
gone-article = The article has changed since, so this place in it is gone. Please ask again.
gone-button = This button comes from an older version of me. Please ask again.
gone-command = I no longer have that command. Please use /ask.
not-yours = Only the one who asked, or who may manage messages here, can delete this.
owners-only = This is for the owners of the bot.
unknown-article = I have no article called that. Choose one from the list, or leave the article out to ask them all.
no-text = There is no text in that message that I could answer.
slow-down = { $seconds ->
    [one] One moment, please: ask again in { $seconds } second.
   *[other] One moment, please: ask again in { $seconds } seconds.
}

# Browsing.

topics-none = Nobody has written down questions here yet. Ask anything, and I show the closest passage.
topics-head = **{ $topic }** · page { $page } of { $pages }
topics-pick = Choose a question to read its answer
topics-jump = Go to a topic
article-head = **{ $title }** · page { $page } of { $pages }
about-what = **On Record { $version }** answers questions about { $articles }. A person approved every answer; every quote is the article's own text. What the article does not say is answered by saying so. No language model is involved.
about-proof = Before I started, { $passages } passages behind { $entries } entries were compared with the article, character by character.
about-figures = **How good I am** on { $article }: of { $answerable } questions that the article answers I answered { $right } right; of { $asked } questions in all, { $false } got a wrong or false answer. None of them is worded as in my knowledge.
kept-nothing = **What is kept:** no question, no vote, no user.
kept-rows = { $days ->
    [one] **What is kept**, for { $days } day: of each question what became of it (time, outcome, entry, how sure, server), votes, and what is written under “{ $wrong }”. Who it was is a keyed hash. What a server chose stays until it is changed.
   *[other] **What is kept**, for { $days } days: of each question what became of it (time, outcome, entry, how sure, server), votes, and what is written under “{ $wrong }”. Who it was is a keyed hash. What a server chose stays until it is changed.
}
kept-words = The words of questions are kept too.
kept-no-words = The words of questions are not kept.
kept-forget = /forget erases all that is kept of you.
kept-memory = For { $minutes } minutes I remember which of my replies belongs to which message, so that it follows an edit or a deletion, and, in memory alone, your last question of a direct message, so that the next may lean on it. Log lines tell of starts, stops and errors, never of what you ask. The button “{ $why }” carries your question inside the message, here on Discord.
about-version = Knowledge: { $digests }
status-head = **On Record { $version }**
status-refused = **Some knowledge was refused.** Faults: { $count }
status-serves = Served meanwhile:
status-article = { $title }: { $answered } answered and { $unanswered } unanswered entries, { $wordings } wordings, { $passages } passages proven. Article SHA-256 { $article }, knowledge SHA-256 { $knowledge }.

# Votes, and what is kept of a member.

vote-thanks = Thank you. If you change your mind, press the other button.
report-title = What is wrong?
report-label = One line for the owners of this bot
report-thanks = Thank you. The owners of this bot can read it.
gone-vote = This reply can no longer be judged. Please ask again.
forget-head = **Erase what is kept of you?** This cannot be undone. My replies stay; press Delete under them.
forget-memory = **Erase what is kept of you?** There is no journal, only what I remember for some minutes.
forgotten = { $count ->
    [one] Erased: { $count } row, and what I remembered. Nothing is kept of you now.
   *[other] Erased: { $count } rows, and what I remembered. Nothing is kept of you now.
}
forget-failed = What is kept of you could not be erased now. Please try again later.

# A server's settings.

settings-head = **Settings of this server**
settings-language = Language of replies: { $language }
settings-answers = Answers to commands: { $audience }
settings-channels = Mentions are answered: { $channels }
settings-own = each reader's own
settings-everyone = shown to everyone
settings-asker = shown to the asker alone
settings-everywhere = in every channel
settings-pick-language = Choose the language of replies
settings-pick-answers = Choose who sees answers
settings-pick-channels = Choose channels; none means all
settings-failed = That could not be kept now. Please try again later; if it stays so, tell the operator.
managers-only = This is for those who may manage this server.
