import type { MailText } from "../en/mail.ts";

export const mail: MailText = {
  receipt: {
    contact: "Recibimos su mensaje",
    inquiry: "Recibimos su solicitud",
    newsletter: "Confirme su suscripción al boletín",
    reply: "Recibimos su comentario",
    application: "Recibimos su postulación",
    reference: "Referencia",
    topic: "Tema",
    hours: "Horas en común",
    together: "De {fromThere} a {toThere} en {city}, es decir, de {from} a {to} en Colombia",
    next: "Una persona del equipo lee lo que usted nos escribió y le responde a este correo, en español o en inglés.",
    add: "Si quiere agregar algo, responda este correo.",
    again: "Si nos vuelve a escribir, mencione la referencia. Nuestra página de contacto:",
    mistake:
      "Si usted no nos escribió, alguien dio su correo por error. No tiene que hacer nada, y no está en ninguna lista de correo.",
    automatic: "Este correo se envía automáticamente cuando alguien llena el formulario de nuestro sitio.",
  },

  reply: {
    next: "Una persona del equipo lo lee y decide si aparece al pie del artículo, con el nombre que usted dio. Nada se publica solo, y su correo no se muestra.",
  },

  application: {
    next: "Una persona del equipo la lee. Si lo que sigue es una entrevista, le escribe a este correo, en español o en inglés.",
  },

  newsletter: {
    next: "Usted todavía no está en la lista del boletín: falta un paso. La página que se abre tiene un solo botón.",
    join: "Confirmar que quiero el boletín",
    leave: "Para retirarse de la lista, ahora o más adelante:",
    leaveLink: "retirarme de la lista",
    mistake:
      "Si usted no se suscribió, alguien dio su correo por error. No tiene que hacer nada: sin su confirmación no está en ninguna lista.",
  },

  subscription: {
    join: {
      ask: "¿Quiere recibir el boletín?",
      before: "Con este botón su correo queda en la lista del boletín. Puede retirarse en cualquier momento.",
      button: "Sí, quiero recibirlo",
      done: "Ya está en la lista",
      already: "Usted ya estaba en la lista",
      after: "Le llegará el próximo boletín.",
      instead: "Quiero volver a la lista",
    },
    leave: {
      ask: "¿Quiere retirarse de la lista del boletín?",
      before: "Con este botón su correo sale de la lista y deja de llegarle el boletín.",
      button: "Sí, retirarme",
      done: "Ya no está en la lista",
      already: "Usted ya se había retirado de la lista",
      after: "Ya no le llegará el boletín.",
      instead: "Retirarme de la lista",
    },
    over: "Este enlace tiene más de 30 días",
    gone: "Este enlace ya no funciona",
    signUpAgain: "Suscribirse al boletín",
  },

  call: {
    offer: "¿Prefiere que hablemos?",
    link: "Pedir una llamada",
    ask: "Escoja una hora para la llamada",
    request:
      "Media hora, dentro de su horario de trabajo y del nuestro en Bogotá. Es una solicitud, no una cita: una persona le responde por correo y le confirma la hora o le propone otra.",
    holidays:
      "Dejamos por fuera los fines de semana, pero no los festivos: si una hora cae en uno, le proponemos otra.",
    guess: "No conocemos su zona horaria, así que estas son las horas de {place} y de Bogotá.",
    time: "{time} en {place}",
    home: "Bogotá",
    elsewhere: "Estoy en otra zona horaria",
    zone: "Su ciudad o zona horaria",
    zoneHint: "Por ejemplo, Denver, Ontario u hora del Este",
    show: "Ver sus horas",
    unknown: "No conocemos “{typed}”. Escriba una ciudad grande cercana o una zona horaria.",
    suggestions: "Quizá quiso decir:",
    none: "Las horas de trabajo de {place} y las de Bogotá no coinciden. Díganos qué horas le sirven:",
    done: "Recibimos su solicitud de llamada",
    already: "Ya nos había pedido esta hora",
    unbooked: "Todavía no hay una cita. Una persona le responde por correo y le confirma esta hora o le propone otra.",
    other: "¿Le sirve más otra hora? Vale la última que nos pida.",
    passed: "Esa hora está muy cerca o ya pasó",
    passedBody: "Por favor, escoja otra.",
    often: "Ya nos pidió una llamada tres veces",
    oftenBody:
      "Vale la última hora que pidió, y una persona le responde por correo. Si no le sirve, dígaselo entonces.",
    later: "Por favor, pídala de nuevo en unos minutos",
    laterBody: "Tenemos su mensaje, pero todavía no podemos recibir la solicitud de la llamada.",
    over: "Este enlace tiene más de 30 días",
    gone: "Este enlace ya no funciona",
    write: "Escríbanos",
  },
};
