command-ask = preguntar
command-ask-does = Pregunta sobre el artículo; la respuesta lo cita palabra por palabra
option-question = pregunta
option-question-does = Tu pregunta, con tus propias palabras
option-article = artículo
option-article-does = Qué artículo, si hay varios
option-private = privado
option-private-does = Mostrar la respuesta solo a ti
menu-ask = Preguntar al artículo
command-topics = temas
command-topics-does = Sobre qué puedes preguntar
command-article = artículo
command-article-does = Leer el artículo
command-about = acerca-de
command-about-does = Qué es este bot y qué guarda
command-knowledge = conocimiento
command-knowledge-does = Para los dueños del bot
command-status = estado
command-status-does = Qué está cargado: artículos, entradas, huellas
command-reload = recargar
command-reload-does = Volver a cargar el conocimiento, sin reiniciar
command-forget = olvidar
command-forget-does = Qué se guarda de ti, y un botón que lo borra
command-settings = ajustes
command-settings-does = Idioma, quién ve las respuestas y canales, para este servidor

did-you-mean = **No estoy seguro de lo que quieres decir.** ¿Quizá esto?
not-sure = **No estoy seguro de lo que quieres decir.** ¿Puedes preguntarlo con otras palabras?
contradicted = El artículo dice { $known }, no { $asked }.
understood-as = Entendido como: { $question } Si no es lo que querías decir, pregúntalo completo.
also-left = También preguntaste «{ $question }». Pregúntalo aparte, por favor.
closest-passage = **Lo más cercano en el artículo:**
off-topic = **Fuera de tema.** Respondo preguntas sobre { $articles }. Pregúntame sobre { $topics }.
off-topic-examples = **Fuera de tema.** Respondo preguntas sobre { $articles }. Pregúntame, por ejemplo: { $questions }
off-topic-bare = **Nada cercano.** No encuentro nada parecido en { $articles }. Pregunta con palabras que pueda contener: muestro los pasajes más cercanos.
greeting = **Hola.** Pregúntame sobre { $articles } con tus propias palabras. Temas: { $topics }; /topics lo muestra todo.
greeting-examples = **Hola.** Pregúntame sobre { $articles } con tus propias palabras. Por ejemplo: { $questions } /topics lo muestra todo.
greeting-bare = **Hola.** Pregúntame sobre { $articles } con tus propias palabras. Muestro los pasajes más cercanos: nadie ha aprobado respuestas todavía.
broken = **Algo falló** de mi lado, así que esto no es una respuesta. Inténtalo de nuevo; si sigue igual, díselo al operador: { $id }
does-answer = El artículo sí responde:
in-article = { $question } (en «{ $article }»)
source = { $told }, párrafo { $paragraph }
own-language = Las citas y los textos aprobados están en { $language }, el idioma del artículo.
passage-cut = El pasaje continúa; aquí se acorta para que quepa en un mensaje.
passages-left-out = { $count ->
    [one] { $count } pasaje más en el artículo, párrafo { $paragraph }.
   *[other] { $count } pasajes más en el artículo, párrafo { $paragraph }.
}
list-last = { $first } o { $last }

button-context = En contexto
button-related = Relacionadas
button-why = Por qué esta respuesta
button-delete = Eliminar
button-source = Fuente
button-topics = Temas
button-about = Sobre mí
button-back = Atrás
button-on = Siguiente
button-helpful = Útil
button-unhelpful = No es útil
button-wrong = Esto es incorrecto
button-erase = Borrar lo que se guarda de mí

context-head = { $told }, párrafo { $paragraph } de { $paragraphs }. El pasaje va en negrita, entre ▶ y ◀.
context-place = Pasaje { $number } de { $count }
related-head = **Preguntas cercanas** que el artículo responde. Elige una:
related-pick = Elige una pregunta
related-none = El artículo no responde ninguna pregunta cercana.
why-matched = Tu pregunta se emparejó con la redacción aprobada «{ $phrasing }». Estoy seguro al { $sure } % de que es esa; respondo a partir del { $least } %.
why-words = Palabras en ambas: { $words }
why-word-spelling = { $word } (ortografía corregida)
why-word-stem = { $word } (otra forma)
why-word-synonym = { $word } (mismo significado)
why-strange = Palabras tuyas que no están en ella: { $words }
why-doubt = Lo que me hizo dudar: { $words }
why-runner-up = La siguiente más cercana: { $question }
why-proof = { $passages ->
    [one] Una persona aprobó la respuesta. Su pasaje se comparó con el artículo, carácter por carácter, antes de que yo arrancara.
   *[other] Una persona aprobó la respuesta. Sus { $passages } pasajes se compararon con el artículo, carácter por carácter, antes de que yo arrancara.
}
why-changed = Lo que sé ha cambiado desde entonces: hoy esta pregunta recibe otra respuesta. Pregunta de nuevo.
why-too-long = No guardo preguntas, y la tuya era demasiado larga para este botón, así que no puedo decir qué palabras coincidieron.
gone-entry = Esta pregunta ya no está entre las que respondo. Pregunta de nuevo; /topics muestra lo que sé ahora.
gone-exchange = Aquello a lo que te refieres ya no está entre lo que respondo. Pregúntalo completo, por favor.
gone-article = El artículo ha cambiado desde entonces y este lugar ya no existe. Pregunta de nuevo.
gone-button = Este botón es de una versión anterior mía. Pregunta de nuevo.
gone-command = Ya no tengo ese comando. Usa /ask.
not-yours = Solo quien preguntó, o quien gestiona los mensajes aquí, puede eliminar esto.
owners-only = Esto es para los dueños del bot.
unknown-article = No tengo ningún artículo con ese nombre. Elige uno de la lista, o no indiques artículo para preguntar a todos.
no-text = En ese mensaje no hay texto que yo pueda responder.
slow-down = { $seconds ->
    [one] Un momento: pregunta de nuevo en { $seconds } segundo.
   *[other] Un momento: pregunta de nuevo en { $seconds } segundos.
}

topics-none = Nadie ha anotado preguntas aquí todavía. Pregunta lo que quieras y muestro el pasaje más cercano.
topics-head = **{ $topic }** · página { $page } de { $pages }
topics-pick = Elige una pregunta para leer su respuesta
topics-jump = Ir a un tema
article-head = **{ $title }** · página { $page } de { $pages }
about-what = **On Record { $version }** responde preguntas sobre { $articles }. Una persona aprobó cada respuesta; cada cita es texto del propio artículo. Lo que el artículo no dice se responde diciéndolo. No interviene ningún modelo de lenguaje.
about-proof = Antes de arrancar, { $passages } pasajes de { $entries } entradas se compararon con el artículo, carácter por carácter.
about-figures = **Qué tan bueno soy** con { $article }: de { $answerable } preguntas que el artículo responde, respondí bien { $right }; de { $asked } preguntas en total, { $false } recibieron una respuesta errónea o falsa. Ninguna está formulada como en mi conocimiento.
kept-nothing = **Qué se guarda:** ninguna pregunta, ningún voto, ningún usuario.
kept-rows = { $days ->
    [one] **Qué se guarda**, durante { $days } día: de cada pregunta, qué fue de ella (hora, resultado, entrada, seguridad, servidor), los votos y lo que se escribe en «{ $wrong }». Quién fue es solo un hash con clave. Lo que eligió un servidor queda hasta que se cambie.
   *[other] **Qué se guarda**, durante { $days } días: de cada pregunta, qué fue de ella (hora, resultado, entrada, seguridad, servidor), los votos y lo que se escribe en «{ $wrong }». Quién fue es solo un hash con clave. Lo que eligió un servidor queda hasta que se cambie.
}
kept-words = También se guardan las palabras de las preguntas.
kept-no-words = Las palabras de las preguntas no se guardan.
kept-forget = /forget borra todo lo que se guarda de ti.
kept-memory = Durante { $minutes } minutos recuerdo qué respuesta mía pertenece a qué mensaje, para seguir una edición o un borrado, y, solo en memoria, tu última pregunta de un mensaje directo, para que la siguiente pueda apoyarse en ella. El registro habla de arranques, paradas y errores, nunca de lo que preguntas. El botón «{ $why }» lleva tu pregunta dentro del mensaje, aquí en Discord.
about-version = Conocimiento: { $digests }
status-head = **On Record { $version }**
status-refused = **Parte del conocimiento fue rechazada.** Errores: { $count }
status-serves = Mientras tanto se usa:
status-article = { $title }: { $answered } entradas con respuesta y { $unanswered } sin ella, { $wordings } redacciones, { $passages } pasajes comprobados. SHA-256 del artículo { $article }, del conocimiento { $knowledge }.

vote-thanks = Gracias. Si cambias de opinión, pulsa el otro botón.
report-title = ¿Qué es incorrecto?
report-label = Una línea para los dueños del bot
report-thanks = Gracias. Los dueños del bot pueden leerlo.
gone-vote = Esta respuesta ya no se puede valorar. Pregunta de nuevo.
forget-head = **¿Borrar lo que se guarda de ti?** No se puede deshacer. Mis respuestas quedan; pulsa Eliminar debajo de ellas.
forget-memory = **¿Borrar lo que se guarda de ti?** No hay diario, solo lo que recuerdo durante unos minutos.
forgotten = { $count ->
    [one] Borrado: { $count } fila, y lo que yo recordaba. Ya no se guarda nada de ti.
   *[other] Borrado: { $count } filas, y lo que yo recordaba. Ya no se guarda nada de ti.
}
forget-failed = Ahora no se pudo borrar lo que se guarda de ti. Inténtalo más tarde.

settings-head = **Ajustes de este servidor**
settings-language = Idioma de las respuestas: { $language }
settings-answers = Respuestas a los comandos: { $audience }
settings-channels = Se responde a las menciones: { $channels }
settings-own = el de cada lector
settings-everyone = visibles para todos
settings-asker = visibles solo para quien pregunta
settings-everywhere = en todos los canales
settings-pick-language = Elige el idioma de las respuestas
settings-pick-answers = Elige quién ve las respuestas
settings-pick-channels = Elige canales; ninguno significa todos
settings-failed = Ahora no se pudo guardar. Inténtalo más tarde; si sigue igual, díselo al operador.
managers-only = Esto es para quienes pueden gestionar este servidor.
