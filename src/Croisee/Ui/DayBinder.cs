using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Croisee.Ui;

/// <summary>Reads a day of a form as people write it: without a calendar in the browser, « 31/05/2027 » is what comes, and the framework would not know it.</summary>
sealed class DayBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(DateOnly?) ? this : null;

    public Task BindModelAsync(ModelBindingContext context)
    {
        var sent = context.ValueProvider.GetValue(context.ModelName);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, sent);
        if (string.IsNullOrWhiteSpace(sent.FirstValue)) context.Result = ModelBindingResult.Success(null);
        else if (DayInput.Read(sent.FirstValue) is { } day) context.Result = ModelBindingResult.Success(day);
        else context.ModelState.TryAddModelError(context.ModelName, DayInput.Refusal(sent.FirstValue));
        return Task.CompletedTask;
    }
}
