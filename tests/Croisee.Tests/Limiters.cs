using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Croisee.Tests;

/// <summary>
/// The framework's limiter of requests goes on counting, ten times a second, after its product closed, and holds the whole of it in memory: four gigabytes
/// for two hundred places. It has no door by which to end it, so it is found where the pipeline is put together. In a framework that is made otherwise
/// nothing is found, and only memory is lost.
/// </summary>
sealed class Limiters : IDisposable
{
    const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
    readonly List<object> steps = [];

    /// <summary>Before the start: each step of the pipeline is then noted as it is made.</summary>
    public Limiters(WebApplication app)
    {
        var builder = typeof(WebApplication).GetProperties(Hidden).FirstOrDefault(p => p.PropertyType == typeof(ApplicationBuilder))?.GetValue(app);
        var made = typeof(ApplicationBuilder).GetFields(Hidden).FirstOrDefault(f => f.FieldType == typeof(List<Func<RequestDelegate, RequestDelegate>>));
        if (builder is null || made?.GetValue(builder) is not List<Func<RequestDelegate, RequestDelegate>> makers) return;
        for (var i = 0; i < makers.Count; i++)
        {
            var make = makers[i];
            makers[i] = next =>
            {
                var step = make(next);
                if (step.Target is { } target) steps.Add(target);
                return step;
            };
        }
    }

    public void Dispose()
    {
        foreach (var step in steps)
            foreach (var field in step.GetType().GetFields(Hidden).Where(f => f.FieldType == typeof(PartitionedRateLimiter<HttpContext>)))
                (field.GetValue(step) as IDisposable)?.Dispose();
        steps.Clear();
    }
}
