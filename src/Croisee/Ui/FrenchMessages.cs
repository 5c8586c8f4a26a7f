using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Croisee.Ui;

/// <summary>What the framework says when a value cannot be read, in French.</summary>
static class FrenchMessages
{
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => "Cette réponse est attendue.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Cette réponse est attendue.");
        messages.SetMissingKeyOrValueAccessor(() => "Cette réponse est attendue.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Rien n’a été reçu. Envoyez de nouveau.");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"« {Short(value)} » n’est pas compris ici. Si c’est un nombre, écrivez-le en chiffres.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"« {Short(value)} » n’est pas compris ici.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Cette réponse n’est pas comprise.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette réponse n’est pas comprise.");
        messages.SetValueIsInvalidAccessor(value => $"« {Short(value)} » n’est pas compris ici.");
        messages.SetValueMustBeANumberAccessor(_ => "Écrivez un nombre en chiffres.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Écrivez un nombre en chiffres.");
    }

    static string Short(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
