command-ask = спросить
command-ask-does = Задать вопрос о статье; ответ дословно её цитирует
option-question = вопрос
option-question-does = Ваш вопрос, своими словами
option-article = статья
option-article-does = Какая статья, если их несколько
option-private = лично
option-private-does = Показать ответ только вам
menu-ask = Спросить статью
command-topics = темы
command-topics-does = О чём можно спросить
command-article = статья
command-article-does = Прочитать статью
command-about = о-боте
command-about-does = Что это за бот и что он хранит
command-knowledge = знания
command-knowledge-does = Для владельцев бота
command-status = состояние
command-status-does = Что загружено: статьи, записи, хеши

did-you-mean = **Возможно, вы имели в виду…**
not-in-article = **В статье этого нет.**
not-answered = Статья не отвечает на этот вопрос.
off-topic = **Не по теме.** Я отвечаю только на вопросы о статье «{ $articles }». Темы: { $topics }; весь список — /topics.
greeting = **Здравствуйте.** Спросите меня о статье «{ $articles }» своими словами. Темы: { $topics }; весь список — /topics.
broken = **У меня что-то сломалось**, поэтому это не ответ. Попробуйте ещё раз; если не поможет, сообщите оператору: { $id }
does-answer = Зато статья отвечает:
source = { $told }, абзац { $paragraph }
own-language = Цитаты и утверждённые тексты — на языке статьи ({ $language }).
passage-cut = Отрывок длиннее; здесь он сокращён до размера сообщения.
passages-left-out = { $count ->
    [one] Ещё { $count } отрывок в статье, абзац { $paragraph }.
    [few] Ещё { $count } отрывка в статье, абзац { $paragraph }.
   *[other] Ещё { $count } отрывков в статье, абзац { $paragraph }.
}
list-last = { $first } или { $last }

button-context = В контексте
button-related = Похожие
button-why = Почему такой ответ
button-delete = Удалить
button-source = Источник
button-topics = Темы
button-back = Назад
button-on = Дальше

context-head = { $told }, абзац { $paragraph } из { $paragraphs }. Отрывок выделен жирным, между ▶ и ◀.
context-place = Отрывок { $number } из { $count }
related-head = **Похожие вопросы**, на которые отвечает статья. Выберите:
related-pick = Выберите вопрос
related-none = На похожие вопросы статья не отвечает.

why-matched = Ваш вопрос сопоставлен с утверждённой формулировкой «{ $phrasing }». Уверенность, что вы спросили именно это: { $sure } %; я отвечаю начиная с { $least } %.
why-words = Общие слова: { $words }
why-word-spelling = { $word } (исправлена опечатка)
why-word-stem = { $word } (другая форма)
why-word-synonym = { $word } (то же значение)
why-strange = Ваши слова, которых там нет: { $words }
why-doubt = Что вызвало сомнение: { $words }
why-runner-up = Следующий по близости: { $question }
why-proof = { $passages ->
    [one] Ответ утвердил человек. Его отрывок перед запуском посимвольно сверен со статьёй.
   *[other] Ответ утвердил человек. Его отрывки (их { $passages }) перед запуском посимвольно сверены со статьёй.
}
why-changed = С тех пор мои знания изменились: сегодня ответ был бы другим. Задайте вопрос снова.
why-too-long = Я не храню вопросы, а ваш слишком длинный для этой кнопки, поэтому сказать, какие слова совпали, я не могу.
gone-entry = На этот вопрос я больше не отвечаю. Задайте его снова; список вопросов — /topics.
gone-article = Статья с тех пор изменилась, и этого места в ней больше нет. Задайте вопрос снова.
gone-button = Эта кнопка — от моей прежней версии. Задайте вопрос снова.
gone-command = Такой команды у меня больше нет. Используйте /ask.
not-yours = Удалить это может только тот, кто спросил, или тот, кто управляет сообщениями.
owners-only = Это для владельцев бота.
no-text = В том сообщении нет текста, на который я мог бы ответить.
slow-down = { $seconds ->
    [one] Минутку: спросите снова через { $seconds } секунду.
    [few] Минутку: спросите снова через { $seconds } секунды.
   *[other] Минутку: спросите снова через { $seconds } секунд.
}

topics-head = **{ $topic }** · страница { $page } из { $pages }
topics-pick = Выберите вопрос, чтобы прочитать ответ
topics-jump = К теме
article-head = **{ $title }** · страница { $page } из { $pages }
about-what = **On Record { $version }** отвечает на вопросы о статье «{ $articles }». Каждый ответ утвердил человек; каждая цитата — текст самой статьи. Если в статье чего-то нет, бот так и говорит. Языковая модель не используется.
about-proof = Перед запуском со статьёй посимвольно сверено отрывков: { $passages }; записей: { $entries }.
about-kept = **Что хранится:** ни вопросы, ни сообщения, ни пользователи. В журнале — только запуски, остановки и ошибки, но не то, о чём вы спрашиваете. { $minutes } мин. я помню, только в памяти, какой мой ответ относится к какому сообщению, чтобы следовать за правкой или удалением. Кнопка «{ $why }» несёт ваш вопрос внутри самого сообщения, здесь, в Discord.
about-version = Знания: { $digests }
status-head = **On Record { $version }**
status-article = { $title }: записей с ответом — { $answered }, без ответа — { $unanswered }; формулировок — { $wordings }, проверенных отрывков — { $passages }. SHA-256 статьи { $article }, знаний { $knowledge }.
