import type { MailText } from "../en/mail.ts";

export const mail: MailText = {
  receipt: {
    contact: "Recibimos su mensaje",
    inquiry: "Recibimos su solicitud",
    newsletter: "Recibimos su suscripción al boletín",
    reply: "Recibimos su comentario",
    reference: "Referencia",
    topic: "Tema",
    next: "El equipo ya tiene lo que usted nos escribió. Una persona lo lee y le responde a este correo, en español o en inglés.",
    again: "Si nos vuelve a escribir, mencione la referencia. Nuestra página de contacto:",
    mistake:
      "¿Usted no nos escribió? Entonces alguien dio su correo por error. No tiene que hacer nada, y no está en ninguna lista de correo.",
    automatic: "Este correo se envía automáticamente cuando alguien llena el formulario de nuestro sitio.",
  },

  reply: {
    next: "El equipo ya lo tiene. Una persona lo lee y decide si aparece al pie del artículo, con el nombre que usted dio. Nada se publica solo, y su correo no se muestra.",
  },

  newsletter: {
    next: "El equipo ya tiene su correo y lo agrega a la lista del boletín.",
    leave: "Para retirarse de la lista, ahora o más adelante, escriba a este correo y mencione la referencia:",
    mistake:
      "¿Usted no se suscribió? Entonces alguien dio su correo por error. Escriba al correo de arriba y lo sacamos de la lista.",
  },
};
