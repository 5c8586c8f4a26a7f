using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Croisee.Ui;

/// <summary>
/// Reads a text with one sign for each line break. A browser counts it as one and sends two: a text that its counter let through was refused as too long, and one that came from a file changed
/// by being saved again.
/// </summary>
sealed class TextBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext context)
    {
        var sent = context.ValueProvider.GetValue(context.ModelName);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, sent);
        var text = sent.FirstValue;
        context.Result = ModelBindingResult.Success(context.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text) ? null : text?.Replace("\r\n", "\n", StringComparison.Ordinal));
        return Task.CompletedTask;
    }
}
